import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { ledger, problems } from '../../../db/schema/problems.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { hasRole, seesRestricted, type Viewer } from '../people/person.ts'
import { listCountedActs } from './ledger-acts.server.ts'
import { type ListedNeed, listNeedsById } from './member-queries.server.ts'
import { listProblemsById } from './problem-queries.server.ts'

/** How many needs a row names before it counts the rest. */
const mostNamed = 3

/**
 * The ledger of a problem, newest first, as far as the viewer may know: rows that are only about needs the viewer may
 * not see are not there, nor are such needs counted. Between the steps of the problem stands what was done to its needs
 * that changed its count. Six queries however many rows.
 */
export async function listLedger(viewer: Viewer, problemId: string) {
  const rows = await db
    .select({
      id: ledger.id,
      seq: ledger.seq,
      at: ledger.at,
      actor: people.name,
      entry: ledger.entry,
      needIds: ledger.needIds,
      organisationIds: ledger.organisationIds,
      otherProblemId: ledger.otherProblemId,
      before: ledger.before,
      after: ledger.after,
      reason: ledger.reason,
    })
    .from(ledger)
    .leftJoin(people, eq(people.id, ledger.actorId))
    .where(eq(ledger.problemId, problemId))
    .orderBy(desc(ledger.seq), desc(ledger.at))
  const needs = new Map(
    (
      await listNeedsById(
        viewer,
        rows.flatMap((row) => row.needIds),
      )
    ).map((need) => [need.id, need]),
  )
  const others = new Map(
    (
      await listProblemsById(
        viewer,
        rows.flatMap((row) => row.otherProblemId ?? []),
      )
    ).map((problem) => [problem.id, problem]),
  )
  const acts = await listCountedActs([...rows].reverse(), [...needs.keys()])
  const organisationNames = await namesById([...rows, ...acts].flatMap((row) => row.organisationIds))
  const named = (ids: readonly string[]) => ids.flatMap((id) => organisationNames.get(id) ?? [])
  const absorbed = await absorbedBy(problemId)
  const all = seesRestricted(viewer)
  const lastText = rows.find((row) => row.entry === 'renamed')
  const steps = rows.flatMap((row) => {
    const seen = row.needIds.flatMap((id) => needs.get(id) ?? [])
    if (row.needIds.length > 0 && seen.length === 0 && !tellsWithoutNeeds.has(row.entry)) return []
    const other = row.otherProblemId ? others.get(row.otherProblemId) : undefined
    return [
      {
        id: row.id,
        seq: row.seq,
        at: row.at,
        actor: row.actor,
        entry: row.entry,
        side: row.after?.side ?? null,
        status: row.after?.status ?? null,
        answer: row.after?.answer ?? null,
        round: row.after?.round ?? null,
        wakeOn: row.after?.wakeOn ?? null,
        wakeWhen: row.after?.wakeWhen ?? null,
        titleBefore: row.before?.title ?? null,
        title: row.after?.title ?? null,
        needCount: seen.length,
        needs: seen.slice(0, mostNamed).map(nameOf),
        organisations: named(row.organisationIds),
        other: other ? { number: other.number, title: other.title } : null,
        demand: (all ? row.after?.demand : row.after?.publicDemand) ?? null,
        reason: row.reason,
        suggested: row.after?.suggested ?? false,
        undo: row.after?.undo ?? false,
        /** Whether this merge still stands and can be taken apart. */
        undoable:
          row.entry === 'merged' &&
          row.otherProblemId !== null &&
          absorbed.has(row.otherProblemId) &&
          hasRole(viewer, 'coordinator'),
        /** Whether the text before this change can be taken back: it is the last change of the text. */
        restorable: row === lastText && hasRole(viewer, 'coordinator'),
      },
    ]
  })
  const between = acts.map(({ seq, at, act, needIds, organisationIds }) => {
    const about = needIds.flatMap((id) => needs.get(id) ?? [])
    // Done for no organisation, it was done by the network that handed the needs over.
    const by = organisationIds.length > 0 ? named(organisationIds) : about.flatMap(({ network }) => network ?? [])
    return {
      id: `act-${seq}`,
      seq,
      at,
      act,
      needCount: needIds.length,
      needs: about.slice(0, mostNamed).map(nameOf),
      by: [...new Map(by.map((one) => [one.name, one])).values()],
    }
  })
  return [...steps, ...between].sort((a, b) => b.seq - a.seq)
}
export type LedgerRow = Awaited<ReturnType<typeof listLedger>>[number]
/** A row about what was done to needs, between the steps of the problem itself. */
export type LedgerActRow = Extract<LedgerRow, { act: unknown }>
export type LedgerStepRow = Exclude<LedgerRow, LedgerActRow>

const nameOf = ({ id, title, organisation }: ListedNeed) => ({ id, title, organisation })

/** The text of a problem before a change of it, by the row of the ledger that tells of the change. */
export async function findTextBefore(problemId: string, rowId: string) {
  const [row] = await db
    .select({ before: ledger.before })
    .from(ledger)
    .where(and(eq(ledger.problemId, problemId), eq(ledger.id, rowId), eq(ledger.entry, 'renamed')))
  const { title = '', description = '', needArea = null } = row?.before ?? {}
  return row?.before ? { title, description, needArea } : undefined
}

const tellsWithoutNeeds = new Set(['created', 'merged', 'merged_into', 'unmerged', 'split_from'])

async function namesById(ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: organisations.id, named: organisationName })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row.named]))
}

async function absorbedBy(problemId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: problems.id })
    .from(problems)
    .where(and(eq(problems.mergedIntoId, problemId), eq(problems.status, 'merged')))
  return new Set(rows.map((row) => row.id))
}
