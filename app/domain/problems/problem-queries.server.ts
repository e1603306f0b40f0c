import { and, count, desc, eq, exists, inArray, lt, ne, or, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { fn } from '../../../db/kit.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { problemEndorsements, problemNeeds, problems } from '../../../db/schema/problems.ts'
import { themeProblems } from '../../../db/schema/themes.ts'
import { isGivenNumber } from '../events/registry.server.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { type MarkCounts, type MarkKind, noMarks } from './demand.ts'
import type { ProblemStatus } from './problem.ts'
import type { ProblemFilter } from './problem-filter.ts'
import { problemStands, problemVisibleTo } from './problem-visibility.server.ts'

export { problemAsOf } from './problem-as-of.server.ts'
export { problemVisibleTo } from './problem-visibility.server.ts'

export interface ProblemPageFilter extends ProblemFilter {
  page?: number
  perPage?: number
}

export interface ProblemRow {
  id: string
  number: number
  title: string
  status: ProblemStatus
  needArea: string | null
  /** Distinct legal organisations, as far as the viewer may know. */
  demand: number
  needCount: number
  marks: { counts: MarkCounts; unconfirmed: MarkCounts }
  createdAt: Date
}

/** One page of problems and how many there are by status and area. Two queries however many rows. */
export async function listProblems(viewer: Viewer, filter: ProblemPageFilter = {}) {
  const { page = 1, perPage = 20, sort = 'demand' } = filter
  const all = seesRestricted(viewer)
  const seen = and(problemVisibleTo(viewer), problemStands)
  const demand = all ? problems.demand : problems.publicDemand
  const orders = {
    demand: [desc(demand), desc(problems.number)],
    newest: [desc(problems.createdAt), desc(problems.number)],
    number: [problems.number],
  }
  const rows = await db
    .select({ ...rowColumns, updatedAt: problems.updatedAt })
    .from(problems)
    .where(and(seen, ...conditions(filter, all)))
    .orderBy(...orders[sort])
    .limit(perPage)
    .offset((page - 1) * perPage)
  const counted = await db
    .select({ status: problems.status, area: problems.needArea, count: count() })
    .from(problems)
    .where(and(seen, ...conditions({ ...filter, status: undefined, area: undefined }, all)))
    .groupBy(problems.status, problems.needArea)
  const inArea = counted.filter(({ area }) => !filter.area || area === filter.area)
  const inStatus = counted.filter(({ status }) => !filter.status || status === filter.status)
  return {
    rows: rows.map((row) => shownRow(row, all)),
    total: inArea.filter((one) => inStatus.includes(one)).reduce((sum, one) => sum + one.count, 0),
    byStatus: summed(inArea, 'status') as Partial<Record<ProblemStatus, number>>,
    byArea: summed(inStatus, 'area'),
  }
}

/** How many there are of each status, or in each area. */
function summed(
  counted: readonly { status: string; area: string | null; count: number }[],
  by: 'status' | 'area',
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { [by]: key, count } of counted) if (key) sums[key] = (sums[key] ?? 0) + count
  return sums
}

/** The problem with this number and what its head says, or undefined when there is none or the viewer may not see it. */
export async function findProblem(viewer: Viewer, number: number) {
  if (!isGivenNumber(number)) return undefined
  const [row] = await db
    .select({
      ...rowColumns,
      description: problems.description,
      version: problems.version,
      mergedIntoId: problems.mergedIntoId,
      wakeOn: problems.wakeOn,
      wakeWhen: problems.wakeWhen,
      parkedReason: problems.parkedReason,
      responsible: people.name,
    })
    .from(problems)
    .leftJoin(people, eq(people.id, problems.responsibleId))
    .where(and(eq(problems.number, number), problemVisibleTo(viewer)))
  if (!row) return undefined
  const { description, version, wakeOn, wakeWhen, parkedReason, responsible } = row
  const mergedInto = row.mergedIntoId ? await findProblemById(viewer, row.mergedIntoId) : undefined
  return {
    ...shownRow(row, seesRestricted(viewer)),
    description,
    version,
    wakeOn,
    wakeWhen,
    parkedReason,
    responsible,
    mergedInto: mergedInto ?? null,
  }
}
export type FoundProblem = NonNullable<Awaited<ReturnType<typeof findProblem>>>

export async function findProblemById(viewer: Viewer, id: string): Promise<ProblemRow | undefined> {
  const [row] = await db
    .select(rowColumns)
    .from(problems)
    .where(and(eq(problems.id, id), problemVisibleTo(viewer)))
  return row && shownRow(row, seesRestricted(viewer))
}

/** Problems by id, those of them that the viewer may see. */
export async function listProblemsById(viewer: Viewer, ids: readonly string[]): Promise<ProblemRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select(rowColumns)
    .from(problems)
    .where(and(inArray(problems.id, [...new Set(ids)]), problemVisibleTo(viewer)))
  return rows.map((row) => shownRow(row, seesRestricted(viewer)))
}

/** Problems that a need or a merge may go to, for a choice: number and title, lowest number first. */
export async function listBuildableProblems(viewer: Viewer, exceptId?: string) {
  return db
    .select({ id: problems.id, number: problems.number, title: problems.title, status: problems.status })
    .from(problems)
    .where(
      and(
        problemVisibleTo(viewer),
        inArray(problems.status, ['proposed', 'open', 'in_round', 'decided', 'in_progress', 'parked']),
        exceptId ? ne(problems.id, exceptId) : undefined,
      ),
    )
    .orderBy(problems.number)
}

const rowColumns = {
  id: problems.id,
  number: problems.number,
  title: problems.title,
  status: problems.status,
  needArea: problems.needArea,
  demand: problems.demand,
  publicDemand: problems.publicDemand,
  needCount: problems.needCount,
  publicNeedCount: problems.publicNeedCount,
  marks: problems.marks,
  createdAt: problems.createdAt,
}
type StoredRow = Pick<typeof problems.$inferSelect, keyof typeof rowColumns>

function shownRow(row: StoredRow, all: boolean): ProblemRow {
  const { id, number, title, status, needArea, createdAt } = row
  const marks = row.marks ?? noMarks
  return {
    id,
    number,
    title,
    status,
    needArea,
    createdAt,
    demand: all ? row.demand : row.publicDemand,
    needCount: all ? row.needCount : row.publicNeedCount,
    marks: all ? marks.all : marks.open,
  }
}

function conditions({ status, area, kind, words, theme }: ProblemFilter, all: boolean): (SQL | undefined)[] {
  const number = Number(words)
  return [
    status && eq(problems.status, status),
    area ? eq(problems.needArea, area) : undefined,
    words?.trim()
      ? or(
          fn.contains(problems.title, words.trim()),
          fn.contains(problems.description, words.trim()),
          isGivenNumber(number) ? eq(problems.number, number) : undefined,
        )
      : undefined,
    kind && hasKind(kind, all),
    theme ? inTheme(theme) : undefined,
  ]
}

function inTheme(theme: string): SQL {
  return exists(
    db
      .select({ one: themeProblems.problemId })
      .from(themeProblems)
      .where(and(eq(themeProblems.problemId, problems.id), eq(themeProblems.themeId, theme))),
  )
}

const kindsOf = (kind: MarkKind) =>
  kind === 'other' ? (['university', 'company', 'other'] as const) : ([kind] as const)

function hasKind(kind: MarkKind, all: boolean): SQL | undefined {
  const ofKind = inArray(organisations.kind, [...kindsOf(kind)])
  const shown = all ? undefined : lt(needs.confidentiality, 2)
  const member = eq(problemNeeds.problemId, problems.id)
  const one = { one: organisations.id }
  return or(
    exists(
      db
        .select(one)
        .from(problemNeeds)
        .innerJoin(needs, eq(needs.id, problemNeeds.needId))
        .innerJoin(organisations, eq(organisations.id, needs.organisationId))
        .where(and(member, ofKind, shown, ne(needs.relay, 'disowned'), ne(needs.status, 'withdrawn'))),
    ),
    exists(
      db
        .select(one)
        .from(problemNeeds)
        .innerJoin(needs, eq(needs.id, problemNeeds.needId))
        .innerJoin(endorsements, eq(endorsements.needId, needs.id))
        .innerJoin(organisations, eq(organisations.id, endorsements.organisationId))
        .where(and(member, ofKind, shown)),
    ),
    exists(
      db
        .select(one)
        .from(problemEndorsements)
        .innerJoin(organisations, eq(organisations.id, problemEndorsements.organisationId))
        .where(and(eq(problemEndorsements.problemId, problems.id), eq(problemEndorsements.answer, 'shares'), ofKind)),
    ),
  )
}
