import { publicOrganisations } from '~/domain/search/open-data-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'

/** The register of organisations as a file. */
export async function loader() {
  const rows = await publicOrganisations()
  const lines = rows.map((row) => [
    row.key,
    row.number,
    row.name,
    row.nameEn,
    row.kind,
    row.seat,
    row.invented ? 'yes' : 'no',
  ])
  return csvFile('organisations', [['key', 'number', 'name', 'name_en', 'kind', 'seat', 'invented'], ...lines])
}
