import { decisionTypes, type NeededMonths, type Votes } from '../../app/domain/committee/decision.ts'
import { bodies, itemKinds, meetingStatuses } from '../../app/domain/committee/meeting.ts'
import {
  bigint,
  boolean,
  createdAt,
  id,
  index,
  integer,
  json,
  real,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../kit.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { rounds } from './priorities.ts'
import { problems } from './problems.ts'

/** A person as named in a record, with the organisation they spoke for that day. */
export interface RecordedPerson {
  personId: string
  name: string
  organisation: string
}

export const meetings = table(
  'meetings',
  {
    id: id(),
    number: integer('number').notNull(),
    body: text('body', { enum: bodies }).notNull(),
    status: text('status', { enum: meetingStatuses }).notNull(),
    title: text('title').notNull(),
    startsAt: timestamp('starts_at').notNull(),
    place: text('place').notNull().default(''),
    registryNumber: text('registry_number'),
    /** How many must take part in an item for it to be decided. */
    quorum: integer('quorum').notNull(),
    chairId: text('chair_id').references(() => people.id),
    secretaryId: text('secretary_id').references(() => people.id),
    /** Who approves the minutes beside the chair (justerare). */
    approverId: text('approver_id').references(() => people.id),
    /** The decision pack as it was called, with its hash. */
    pack: json<Record<string, unknown>>('pack'),
    packHash: text('pack_hash'),
    calledAt: timestamp('called_at'),
    openedAt: timestamp('opened_at'),
    minutes: json<Record<string, unknown>>('minutes'),
    minutesHash: text('minutes_hash'),
    lockedAt: timestamp('locked_at'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('meetings_number').on(t.body, t.number), index('meetings_status').on(t.status, t.startsAt)],
)

export const attendances = table(
  'attendances',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    present: boolean('present').notNull(),
  },
  (t) => [uniqueIndex('attendances_once').on(t.meetingId, t.personId)],
)

export const agendaItems = table(
  'agenda_items',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    position: integer('position').notNull(),
    kind: text('kind', { enum: itemKinds }).notNull(),
    problemId: text('problem_id').references(() => problems.id),
    roundId: text('round_id').references(() => rounds.id),
    title: text('title').notNull(),
    text: text('text').notNull().default(''),
    /** What the coordinator proposes that the committee decides. */
    proposal: text('proposal').notNull().default(''),
    rapporteurId: text('rapporteur_id').references(() => people.id),
    secret: boolean('secret').notNull().default(false),
    secrecyProvision: text('secrecy_provision').notNull().default(''),
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
    /** Grows with every new wording: a form filled in from an older one is told so. */
    version: integer('version').notNull().default(1),
  },
  (t) => [index('agenda_items_meeting').on(t.meetingId, t.position), index('agenda_items_problem').on(t.problemId)],
)

export const itemRecusals = table(
  'item_recusals',
  {
    id: id(),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItems.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    /** The member, or the coordinator who noted what the member said. */
    recordedById: text('recorded_by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('item_recusals_once').on(t.itemId, t.personId)],
)

export const decisions = table(
  'decisions',
  {
    id: id(),
    registryNumber: text('registry_number').notNull(),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItems.id),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    problemId: text('problem_id').references(() => problems.id),
    type: text('type', { enum: decisionTypes }).notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    reasons: text('reasons').notNull(),
    /** The words of `text` and `reasons` that the public version masks, and by which provision. */
    secretPassages: json<string[]>('secret_passages')
      .notNull()
      .$defaultFn(() => []),
    secret: boolean('secret').notNull().default(false),
    secrecyProvision: text('secrecy_provision').notNull().default(''),
    votes: json<Votes>('votes'),
    dissents: json<(RecordedPerson & { text: string })[]>('dissents')
      .notNull()
      .$defaultFn(() => []),
    recused: json<(RecordedPerson & { reason: string })[]>('recused')
      .notNull()
      .$defaultFn(() => []),
    /** Members who took part, and who presided. */
    participants: json<(RecordedPerson & { chair: boolean })[]>('participants')
      .notNull()
      .$defaultFn(() => []),
    quorum: integer('quorum').notNull(),
    wakeOn: text('wake_on'),
    wakeWhen: text('wake_when'),
    resourceId: text('resource_id'),
    effectiveOn: text('effective_on').notNull(),
    reviewOn: text('review_on'),
    neededMonths: real('needed_months').notNull().default(0),
    neededSek: bigint('needed_sek').notNull().default(0),
    /** The part of `neededMonths` that is divided by competence. */
    neededCompetences: json<NeededMonths[]>('needed_competences')
      .notNull()
      .$defaultFn(() => []),
    supersedesId: text('supersedes_id'),
    supersededById: text('superseded_by_id'),
    recordedById: text('recorded_by_id').references(() => people.id),
    decidedAt: timestamp('decided_at').notNull(),
    /** Random and never shown: the public hash must not let anybody test a guess at a masked word. */
    salt: text('salt').notNull(),
    /** SHA-256 of the record, set when it is made: an edited row does not match it. */
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('decisions_registry_number').on(t.registryNumber),
    index('decisions_problem').on(t.problemId),
    index('decisions_meeting').on(t.meetingId),
    index('decisions_decided').on(t.decidedAt),
  ],
)

export const commitments = table(
  'commitments',
  {
    id: id(),
    decisionId: text('decision_id')
      .notNull()
      .references(() => decisions.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personMonths: real('person_months').notNull().default(0),
    sek: bigint('sek').notNull().default(0),
    competence: text('competence'),
    note: text('note').notNull().default(''),
    from: text('from_date'),
    until: text('until_date'),
    committedById: text('committed_by_id').references(() => people.id),
    createdAt: createdAt(),
    withdrawnAt: timestamp('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
  },
  (t) => [index('commitments_decision').on(t.decisionId)],
)
