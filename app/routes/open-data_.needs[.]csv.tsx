import { publicNeeds } from '~/domain/search/open-data-queries.server.ts'
import { csvStream } from '~/http/csv.server.ts'
import { paths } from '~/http/paths.ts'

/** Needs that anyone may read, as a file. The same for every reader, so heads and values are codes and not words. */
export function loader() {
  return csvStream(
    'needs',
    {
      registry_number: (need) => need.registryNumber,
      title: (need) => need.title,
      description: (need) => need.description,
      organisation: (need) => need.organisation,
      organisation_number: (need) => need.organisationNumber,
      organisation_kind: (need) => need.organisationKind,
      network: (need) => need.network,
      relay: (need) => need.relay,
      status: (need) => need.status,
      need_area: (need) => need.needArea,
      data_kind: (need) => need.dataKind,
      urgency: (need) => need.urgency,
      submitted: (need) => need.submittedAt,
      changed: (need) => need.updatedAt,
      path: (need) => paths.need(need.id),
    },
    publicNeeds(),
  )
}
