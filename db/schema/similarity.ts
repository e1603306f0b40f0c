import { createdAt, id, index, json, real, serial, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { people } from './people.ts'

/** Terms that coordinators have added to the engine's own list. What was taken away stands in the trail. */
export const terms = table(
  'terms',
  {
    id: id(),
    /** What the concept is called in Swedish. The name of a built-in concept extends that one. */
    concept: text('concept').notNull(),
    /** Other ways of writing it, in Swedish and in English. */
    sv: json<string[]>('sv').notNull(),
    en: json<string[]>('en').notNull(),
    createdById: text('created_by_id').references(() => people.id),
    createdAt: createdAt(),
    changedById: text('changed_by_id').references(() => people.id),
    changedAt: timestamp('changed_at'),
  },
  (t) => [uniqueIndex('terms_concept').on(t.concept)],
)

/** How much stricter (above zero) or looser (below) than learnt coordinators have wanted suggestions. The last one holds. */
export const strictnessSettings = table(
  'strictness_settings',
  {
    id: id(),
    offset: real('offset').notNull(),
    reason: text('reason').notNull(),
    setById: text('set_by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index('strictness_settings_at').on(t.createdAt)],
)

/** What an embedding model made of each text. Holds for as long as the text has the hash and the model is in use. */
export const textVectors = table(
  'text_vectors',
  {
    /** Grows with each vector: processes read on from the last that they have seen. */
    seq: serial('seq'),
    /** The text as the engine names it. */
    textId: text('text_id').notNull(),
    hash: text('hash').notNull(),
    model: text('model').notNull(),
    /** 32-bit floats, lowest byte first, in base64; empty when the server would not take the text. */
    vector: text('vector').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('text_vectors_text').on(t.textId), index('text_vectors_hash').on(t.hash, t.model)],
)
