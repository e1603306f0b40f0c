import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { problems } from '../../../db/schema/problems.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { organisationName } from '../organisations/names.server.ts'
import { anonymous } from '../people/person.ts'
import { problemStands, problemVisibleTo } from '../problems/problem-visibility.server.ts'

/** Rows read at a time: the file is sent while it is read, so its size is no matter. */
const batch = 500

/** Everything that anyone may see of needs, in the order of their ids, a batch at a time. Never contact details. */
export async function* publicNeeds() {
  for (let after = ''; ; ) {
    const rows = await db
      .select({
        id: needs.id,
        registryNumber: needs.registryNumber,
        title: needs.title,
        description: needs.description,
        organisation: organisations.name,
        organisationNumber: organisations.number,
        organisationKind: organisations.kind,
        network: networks.name,
        relay: needs.relay,
        status: needs.status,
        needArea: needs.needArea,
        dataKind: needs.dataKind,
        urgency: needs.urgency,
        submittedAt: needs.submittedAt,
        updatedAt: needs.updatedAt,
      })
      .from(needs)
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .leftJoin(networks, eq(networks.id, needs.networkId))
      .where(
        and(
          needVisibleTo(anonymous),
          gt(needs.id, after),
          ne(needs.status, 'draft'),
          ne(needs.status, 'withdrawn'),
          ne(needs.relay, 'disowned'),
        ),
      )
      .orderBy(asc(needs.id))
      .limit(batch)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.id
  }
}

/** Everything that anyone may see of shared problems, by number. Counts are those of public needs. */
export async function* publicProblems() {
  for (let after = 0; ; ) {
    const rows = await db
      .select({
        number: problems.number,
        title: problems.title,
        description: problems.description,
        status: problems.status,
        needArea: problems.needArea,
        organisations: problems.publicDemand,
        needs: problems.publicNeedCount,
        createdAt: problems.createdAt,
        updatedAt: problems.updatedAt,
      })
      .from(problems)
      .where(and(problemVisibleTo(anonymous), problemStands, gt(problems.number, after)))
      .orderBy(asc(problems.number))
      .limit(batch)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.number
  }
}

/** The register of organisations. */
export async function publicOrganisations() {
  return db
    .select({
      key: organisations.key,
      number: organisations.number,
      ...organisationName,
      kind: organisations.kind,
      seat: organisations.seat,
      invented: organisations.invented,
    })
    .from(organisations)
    .orderBy(asc(organisations.key))
}
