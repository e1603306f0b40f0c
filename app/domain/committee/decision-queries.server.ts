import { and, count, desc, eq, isNull, like, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { problems } from '../../../db/schema/problems.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { decisionsPerPage, decisionTypes, type DecisionType } from './decision.ts'
import { masked } from './masking.ts'

const later = alias(decisions, 'later')
const earlier = alias(decisions, 'earlier')

const columns = {
  id: decisions.id,
  registryNumber: decisions.registryNumber,
  type: decisions.type,
  title: decisions.title,
  reasons: decisions.reasons,
  secret: decisions.secret,
  provision: decisions.secrecyProvision,
  passages: decisions.secretPassages,
  decidedAt: decisions.decidedAt,
  effectiveOn: decisions.effectiveOn,
  reviewOn: decisions.reviewOn,
  wakeOn: decisions.wakeOn,
  wakeWhen: decisions.wakeWhen,
  body: meetings.body,
  meetingId: meetings.id,
  meetingNumber: meetings.number,
  meetingTitle: meetings.title,
  problemId: decisions.problemId,
  problemNumber: problems.number,
  problemTitle: problems.title,
  needArea: problems.needArea,
  supersededById: decisions.supersededById,
  laterNumber: later.registryNumber,
  laterSecret: later.secret,
  earlierNumber: earlier.registryNumber,
  earlierSecret: earlier.secret,
}

function select() {
  return db
    .select(columns)
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(problems, eq(problems.id, decisions.problemId))
    .leftJoin(later, eq(later.id, decisions.supersededById))
    .leftJoin(earlier, eq(earlier.id, decisions.supersedesId))
}
type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

/** A decision in a list, as the viewer may see it. Of a secret one the public gets number, day, body and provision. */
export type DecisionRow = ReturnType<typeof shown>

function shown(viewer: Viewer, row: Selected) {
  const {
    passages,
    problemId: _problem,
    problemNumber,
    problemTitle,
    laterNumber,
    laterSecret,
    earlierNumber,
    earlierSecret,
    supersededById,
    ...rest
  } = row
  const all = can(viewer, 'decision.seeSecret')
  const hidden = row.secret && !all
  const words = (text: string | null) => (all || text === null ? text : masked(text, passages))
  return {
    ...rest,
    hidden,
    type: hidden ? null : row.type,
    title: hidden ? '' : row.title,
    reasons: hidden ? '' : (words(row.reasons) ?? ''),
    wakeOn: hidden ? null : row.wakeOn,
    wakeWhen: hidden ? null : words(row.wakeWhen),
    effectiveOn: hidden ? null : row.effectiveOn,
    reviewOn: hidden ? null : row.reviewOn,
    needArea: hidden ? null : row.needArea,
    problem: hidden || problemNumber === null ? null : { number: problemNumber, title: problemTitle ?? '' },
    inForce: supersededById === null,
    supersededBy: hidden || (laterSecret && !all) ? null : laterNumber,
    supersedes: hidden || (earlierSecret && !all) ? null : earlierNumber,
  }
}

export interface DecisionFilter {
  type?: string
  year?: string
  area?: string
  page?: number
}

/** Decisions, the latest first, with how many there are of each type, year and area. */
export async function listDecisions(viewer: Viewer, filter: DecisionFilter = {}) {
  const where = conditions(viewer, filter)
  const page = Math.max(1, filter.page ?? 1)
  const [rows, [total], facets] = await Promise.all([
    select()
      .where(where)
      .orderBy(desc(decisions.decidedAt), desc(decisions.registryNumber))
      .limit(decisionsPerPage)
      .offset((page - 1) * decisionsPerPage),
    db.select({ rows: count() }).from(decisions).leftJoin(problems, eq(problems.id, decisions.problemId)).where(where),
    countFacets(viewer),
  ])
  return { rows: rows.map((row) => shown(viewer, row)), total: total?.rows ?? 0, page, facets }
}

/** Every decision of the filter, for the CSV file. */
export async function listAllDecisions(viewer: Viewer, filter: DecisionFilter = {}): Promise<DecisionRow[]> {
  const rows = await select()
    .where(conditions(viewer, filter))
    .orderBy(desc(decisions.decidedAt), desc(decisions.registryNumber))
  return rows.map((row) => shown(viewer, row))
}

/** Decisions about a problem, the latest first; secret ones only for those who may see them. */
export async function decisionsOf(viewer: Viewer, problemId: string): Promise<DecisionRow[]> {
  const rows = await select()
    .where(and(eq(decisions.problemId, problemId), notSecretFor(viewer)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.registryNumber))
  return rows.map((row) => shown(viewer, row))
}

/** Type and area of a secret decision are secret too, so a filter by them may not find it. */
function notSecretFor(viewer: Viewer): SQL | undefined {
  return can(viewer, 'decision.seeSecret') ? undefined : eq(decisions.secret, false)
}

function conditions(viewer: Viewer, { type, year, area }: DecisionFilter): SQL | undefined {
  const known = decisionTypes.find((one) => one === type)
  return and(
    known && and(eq(decisions.type, known), notSecretFor(viewer)),
    year && /^\d{4}$/.test(year) ? like(decisions.registryNumber, `${year}-%`) : undefined,
    area ? and(eq(problems.needArea, area), notSecretFor(viewer)) : undefined,
  )
}

async function countFacets(viewer: Viewer) {
  const open = notSecretFor(viewer)
  const year = sql<string>`substr(${decisions.registryNumber}, 1, 4)`
  const [types, years, areas] = await Promise.all([
    db.select({ key: decisions.type, rows: count() }).from(decisions).where(open).groupBy(decisions.type),
    db.select({ key: year, rows: count() }).from(decisions).groupBy(year),
    db
      .select({ key: problems.needArea, rows: count() })
      .from(decisions)
      .innerJoin(problems, eq(problems.id, decisions.problemId))
      .where(open)
      .groupBy(problems.needArea),
  ])
  const order = (type: DecisionType) => decisionTypes.indexOf(type)
  return {
    types: types.sort((a, b) => order(a.key) - order(b.key)),
    years: years.sort((a, b) => b.key.localeCompare(a.key)),
    areas: areas.flatMap(({ key, rows }) => (key === null ? [] : [{ key, rows }])).sort((a, b) => b.rows - a.rows),
  }
}

/** Decisions in force about the same thing as an item, which a new one may supersede. */
export async function listSupersedable(problemId: string | null) {
  return db
    .select({ id: decisions.id, registryNumber: decisions.registryNumber, title: decisions.title })
    .from(decisions)
    .where(
      and(
        problemId === null ? isNull(decisions.problemId) : eq(decisions.problemId, problemId),
        isNull(decisions.supersededById),
      ),
    )
    .orderBy(desc(decisions.decidedAt))
}

export { findDecision } from './decision-record.server.ts'
