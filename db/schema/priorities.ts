import { boolean, createdAt, id, index, integer, json, real, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'

export interface FrozenCriterion {
  key: string
  name: { sv: string; en: string }
  question: { sv: string; en: string }
  steps: { sv: string[]; en: string[] }
  weight: number
  reversed: boolean
  group: string
}

/** A problem as it stood when the round was opened. */
export interface FrozenProblem {
  number: number
  title: string
  description: string
  needArea: string | null
  demand: number
  publicDemand: number
  demandByKind: Record<string, number>
  needs: {
    id: string
    title: string
    description: string
    organisation: string
    registryNumber: string | null
    public: boolean
  }[]
  asOf: string
}

export const rounds = table(
  'rounds',
  {
    id: id(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    status: text('status', { enum: ['draft', 'open', 'revealed', 'closed', 'published'] }).notNull(),
    registryNumber: text('registry_number'),
    criteria: json<FrozenCriterion[]>('criteria').notNull(),
    /** How many places the question "is it among the first k?" is about. */
    topPlaces: integer('top_places').notNull().default(5),
    seed: integer('seed').notNull(),
    samples: integer('samples').notNull().default(10_000),
    /** How uncertain each weight is held to be: 0.5 means from half to one and a half of it. */
    weightSpread: real('weight_spread').notNull().default(0.5),
    assessBy: text('assess_by'),
    capMonths: real('cap_months'),
    capSek: integer('cap_sek'),
    /** Computed at the reveal, fixed for ever at closing. */
    results: json<Record<string, unknown>>('results'),
    version: integer('version').notNull().default(1),
    createdById: text('created_by_id').references(() => people.id),
    createdAt: createdAt(),
    openedAt: timestamp('opened_at'),
    revealedAt: timestamp('revealed_at'),
    closedAt: timestamp('closed_at'),
    publishedAt: timestamp('published_at'),
  },
  (t) => [uniqueIndex('rounds_number').on(t.number), index('rounds_status').on(t.status)],
)

export const roundProblems = table(
  'round_problems',
  {
    id: id(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    position: integer('position').notNull(),
    frozen: json<FrozenProblem>('frozen'),
    personMonths: real('person_months').notNull().default(0),
    sek: integer('sek').notNull().default(0),
    /** Place in the result, stored so that a problem can list its ranks without opening the whole result. */
    place: integer('place'),
    total: real('total'),
  },
  (t) => [
    uniqueIndex('round_problems_once').on(t.roundId, t.problemId),
    index('round_problems_problem').on(t.problemId),
  ],
)

export const roundAssessors = table(
  'round_assessors',
  {
    id: id(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    invitedAt: timestamp('invited_at').notNull(),
    finishedAt: timestamp('finished_at'),
    /** Taken out of the round after it was opened; what the person scored does not count. */
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
  },
  (t) => [
    uniqueIndex('round_assessors_once').on(t.roundId, t.personId),
    index('round_assessors_person').on(t.personId),
  ],
)

/** One assessor's scores of one problem. Sealed: read by nobody else before the round is revealed. */
export const assessments = table(
  'assessments',
  {
    id: id(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    problemId: text('problem_id')
      .notNull()
      .references(() => problems.id),
    assessorId: text('assessor_id')
      .notNull()
      .references(() => people.id),
    /** Criterion key → score 0–4 and the reason given. */
    scores: json<Record<string, { value: number | null; reason: string }>>('scores').notNull(),
    complete: boolean('complete').notNull().default(false),
    recused: boolean('recused').notNull().default(false),
    recusalReason: text('recusal_reason').notNull().default(''),
    version: integer('version').notNull().default(1),
    updatedAt: timestamp('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('assessments_once').on(t.roundId, t.problemId, t.assessorId),
    index('assessments_assessor').on(t.assessorId),
  ],
)
