import { createdAt, id, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { events } from './events.ts'
import { people } from './people.ts'

export const follows = table(
  'follows',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.noun, t.nounId] }), index('follows_noun').on(t.noun, t.nounId)],
)

export const notices = table(
  'notices',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    seq: integer('seq')
      .notNull()
      .references(() => events.seq),
    verb: text('verb').notNull(),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
    /** What the sentence of the notice is filled with. */
    data: json<Record<string, string | number>>('data').notNull(),
    at: timestamp('at').notNull(),
    readAt: timestamp('read_at'),
  },
  (t) => [
    uniqueIndex('notices_once').on(t.personId, t.seq, t.verb, t.nounId),
    index('notices_unread').on(t.personId, t.readAt, t.at),
  ],
)
