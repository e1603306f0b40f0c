import { index, integer, json, primaryKey, serial, table, text, timestamp } from '../kit.ts'

/** The trail: one row per command, chained by hash, never changed. */
export const events = table(
  'events',
  {
    seq: serial('seq'),
    at: timestamp('at').notNull(),
    /** Null for what the system does by itself. */
    actorId: text('actor_id'),
    actingForId: text('acting_for_id'),
    verb: text('verb').notNull(),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
    change: json<Record<string, unknown>>('change').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [index('events_noun').on(t.noun, t.nounId, t.seq), index('events_verb').on(t.verb)],
)

/** What an event is about beside its own noun: a merge is part of both problems' story. */
export const eventSubjects = table(
  'event_subjects',
  {
    seq: integer('seq')
      .notNull()
      .references(() => events.seq),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.seq, t.noun, t.nounId] }), index('event_subjects_noun').on(t.noun, t.nounId, t.seq)],
)
