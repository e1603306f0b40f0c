import { and, asc, gt, inArray, isNull, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { commitments, decisions } from '../../../db/schema/committee.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { commitmentBalance } from './commitment.ts'

/** Decisions in force that still lack months or kronor, the oldest first, for those who may commit them. Two queries. */
export async function listLackingResources(viewer: Viewer) {
  if (!can(viewer, 'decision.commit')) return []
  const asking = await db
    .select({
      id: decisions.id,
      registryNumber: decisions.registryNumber,
      title: decisions.title,
      months: decisions.neededMonths,
      sek: decisions.neededSek,
      byCompetence: decisions.neededCompetences,
    })
    .from(decisions)
    .where(and(isNull(decisions.supersededById), or(gt(decisions.neededMonths, 0), gt(decisions.neededSek, 0))))
    .orderBy(asc(decisions.decidedAt), asc(decisions.registryNumber))
  const ids = asking.map(({ id }) => id)
  const given = ids.length
    ? await db
        .select()
        .from(commitments)
        .where(and(inArray(commitments.decisionId, ids), isNull(commitments.withdrawnAt)))
    : []
  return asking.flatMap(({ id, registryNumber, title, ...needed }) => {
    const { months, sek } = commitmentBalance(
      needed,
      given.filter(({ decisionId }) => decisionId === id),
    )
    const lacks = months.missing > 0 || sek.missing > 0
    return lacks ? [{ registryNumber, title, personMonths: months.missing, sek: sek.missing, competence: null }] : []
  })
}
