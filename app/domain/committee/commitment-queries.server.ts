import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { commitments, decisions } from '../../../db/schema/committee.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { organisationName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { committingHindrance } from './commitment.ts'
import { committingFor } from './commitment-commands.server.ts'
import type { DecisionType } from './decision.ts'
import { masked } from './masking.ts'

const columns = {
  id: commitments.id,
  organisationId: commitments.organisationId,
  organisation: { key: organisations.key, ...organisationName },
  personMonths: commitments.personMonths,
  sek: commitments.sek,
  competence: commitments.competence,
  note: commitments.note,
  from: commitments.from,
  until: commitments.until,
  createdAt: commitments.createdAt,
  withdrawnAt: commitments.withdrawnAt,
  withdrawnReason: commitments.withdrawnReason,
}
interface Written {
  note: string
  withdrawnAt: Date | null
  withdrawnReason: string
}
const shown = <Row extends Written>(row: Row, passages: readonly string[]) => ({
  ...row,
  note: masked(row.note, passages),
  withdrawnReason: row.withdrawnAt ? masked(row.withdrawnReason, passages) : null,
})

/** What is committed to a decision and what was taken back, with the passages masked. */
export async function listCommitments(viewer: Viewer, decisionId: string, passages: readonly string[]) {
  const rows = await db
    .select(columns)
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.organisationId))
    .where(eq(commitments.decisionId, decisionId))
    .orderBy(asc(commitments.createdAt), asc(commitments.id))
  const mayFor = committing(viewer)
  return rows.map((row) => ({
    ...shown(row, passages),
    mayWithdraw: !row.withdrawnAt && mayFor(row.organisationId),
  }))
}

/**
 * What was committed to the decisions that this one supersedes, however many steps back: it was promised to something
 * else and does not come along, so whoever gave it has to say anew whether it holds.
 */
export async function listEarlierCommitments(
  viewer: Viewer,
  decision: { id: string; type: DecisionType; supersededById: string | null; registryNumber: string },
  standing: readonly { organisationId: string; competence: string | null }[],
) {
  const all = can(viewer, 'decision.seeSecret')
  const chain = sql`(with recursive chain(id) as (
    select ${decisions.supersedesId} from ${decisions} where ${decisions.id} = ${decision.id}
    union select ${decisions.supersedesId} from ${decisions} inner join chain on ${decisions.id} = chain.id
  ) select id from chain)`
  const rows = await db
    .select({ ...columns, registryNumber: decisions.registryNumber, passages: decisions.secretPassages })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.organisationId))
    .innerJoin(decisions, eq(decisions.id, commitments.decisionId))
    .where(and(sql`${commitments.decisionId} in ${chain}`, all ? undefined : eq(decisions.secret, false)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.registryNumber), asc(commitments.createdAt), asc(commitments.id))
  const open = committingHindrance({ ...decision, inForce: decision.supersededById === null }) === null
  const mayFor = committing(viewer)
  return rows.map(({ passages, ...row }) => {
    const renewed = standing.some(
      (one) => one.organisationId === row.organisationId && one.competence === row.competence,
    )
    return {
      ...shown(row, all ? [] : passages),
      mayWithdraw: false,
      renewed,
      mayRenew: open && !renewed && !row.withdrawnAt && mayFor(row.organisationId),
    }
  })
}

/** Whether the viewer commits resources of an organisation. */
function committing(viewer: Viewer): (organisationId: string) => boolean {
  const own = viewer.id !== null && can(viewer, 'decision.commit') ? committingFor(viewer) : []
  return (organisationId) => own?.includes(organisationId) ?? true
}
