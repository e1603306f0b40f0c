import { noMarks, type StoredMarks } from '../../app/domain/problems/demand.ts'
import type { LedgerState } from '../../app/domain/problems/ledger.ts'
import { problemStatuses } from '../../app/domain/problems/problem.ts'
import { createdAt, id, index, integer, json, primaryKey, real, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { needs } from './needs.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { resources } from './resources.ts'

export const problems = table(
  'problems',
  {
    id: id(),
    /** The number people use: "problem 21". */
    number: integer('number').notNull(),
    status: text('status', { enum: problemStatuses }).notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    needArea: text('need_area'),
    responsibleId: text('responsible_id').references(() => people.id),
    mergedIntoId: text('merged_into_id'),
    /** What wakes a parked problem: a date, or words for a call, a law, n more organisations. */
    wakeOn: text('wake_on'),
    wakeWhen: text('wake_when'),
    parkedReason: text('parked_reason'),
    /** Distinct legal organisations, recomputed in the transaction of each change: all of them, and those everyone may see. */
    demand: integer('demand').notNull().default(0),
    publicDemand: integer('public_demand').notNull().default(0),
    needCount: integer('need_count').notNull().default(0),
    publicNeedCount: integer('public_need_count').notNull().default(0),
    /** The same by kind of organisation, as lists draw it. */
    marks: json<StoredMarks>('marks')
      .notNull()
      .$defaultFn(() => noMarks),
    /** Rises by one with each change: the guard against stale forms. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp('updated_at')
      .notNull()
      .$defaultFn(() => new Date()),
  },
  (t) => [
    uniqueIndex('problems_number').on(t.number),
    index('problems_status').on(t.status, t.publicDemand),
    index('problems_area').on(t.needArea, t.status),
    // The list is in the order of demand: of all, or of what everyone may see.
    index('problems_demand').on(t.demand, t.number),
    index('problems_public_demand').on(t.publicDemand, t.number),
  ],
)

/** The needs in each problem now. How it came to be so stands in the ledger. */
export const problemNeeds = table(
  'problem_needs',
  {
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    addedAt: timestamp('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.problemId, t.needId] }), index('problem_needs_need').on(t.needId)],
)

export const problemEndorsements = table(
  'problem_endorsements',
  {
    id: id(),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: text('person_id').references(() => people.id),
    comment: text('comment').notNull().default(''),
    /** Whether the organisation shares the problem or has said that it does not. */
    answer: text('answer', { enum: ['shares', 'does_not'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('problem_endorsements_once').on(t.problemId, t.organisationId),
    index('problem_endorsements_organisation').on(t.organisationId),
  ],
)

export const problemResources = table(
  'problem_resources',
  {
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id),
    addedAt: timestamp('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.problemId, t.resourceId] })],
)

/** Klusterliggaren: every change of a problem, replayed to show it as of any instant. */
export const ledger = table(
  'ledger',
  {
    id: id(),
    seq: integer('seq').notNull(),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    at: timestamp('at').notNull(),
    actorId: text('actor_id').references(() => people.id),
    entry: text('entry', {
      enum: [
        'created',
        'added',
        'removed',
        'merged',
        'merged_into',
        'unmerged',
        'split',
        'split_from',
        'renamed',
        'endorsed',
        'unendorsed',
        'status',
        'frozen',
      ],
    }).notNull(),
    needIds: json<string[]>('need_ids')
      .notNull()
      .$defaultFn(() => []),
    organisationIds: json<string[]>('organisation_ids')
      .notNull()
      .$defaultFn(() => []),
    otherProblemId: text('other_problem_id'),
    before: json<LedgerState>('before'),
    after: json<LedgerState>('after'),
    reason: text('reason').notNull().default(''),
    /** The ledger row that this one undoes. */
    undoesId: text('undoes_id'),
  },
  (t) => [index('ledger_problem').on(t.problemId, t.seq)],
)

export const suggestions = table(
  'suggestions',
  {
    id: id(),
    kind: text('kind', { enum: ['join', 'new', 'duplicate', 'merge', 'split', 'resource'] }).notNull(),
    status: text('status', { enum: ['open', 'accepted', 'changed', 'rejected', 'stale'] }).notNull(),
    /** Same content, same fingerprint: a rejected suggestion stays rejected until something in it changes. */
    fingerprint: text('fingerprint').notNull(),
    /** The need whose row in the inbox shows it (the oldest of a new group). */
    leadNeedId: text('lead_need_id').references(() => needs.id),
    needIds: json<string[]>('need_ids').notNull(),
    problemId: text('problem_id').references(() => problems.id),
    otherId: text('other_id'),
    title: text('title').notNull().default(''),
    /** Of a new problem: the group it was found as, the same for as long as most of its needs are. */
    groupId: text('group_id'),
    score: real('score').notNull(),
    band: text('band', { enum: ['very', 'alike', 'partly'] }).notNull(),
    reasons: json<{ term: string; weight: number }[]>('reasons').notNull(),
    /** What to do to take the answer back. */
    undo: json<Record<string, unknown>>('undo'),
    answeredById: text('answered_by_id').references(() => people.id),
    answeredAt: timestamp('answered_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('suggestions_fingerprint').on(t.fingerprint),
    index('suggestions_status').on(t.status, t.kind),
    index('suggestions_lead').on(t.leadNeedId),
    index('suggestions_problem').on(t.problemId),
  ],
)
