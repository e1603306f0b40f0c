import { index, serial, table, text, timestamp, uniqueIndex } from '../kit.ts'

/**
 * What search knows of each thing, already shaped for a result row. The built-in engine keeps its full text
 * beside it, in the virtual table `search_index` whose row id is `row` (SQLite only, made by its own migration).
 */
export const searchDocuments = table(
  'search_documents',
  {
    row: serial('row'),
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** Registry number, or the number people use. */
    number: text('number'),
    status: text('status').notNull(),
    /** Who may find it, parted by spaces: public, or tokens that a viewer holds. */
    audience: text('audience').notNull(),
    path: text('path').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [
    uniqueIndex('search_documents_thing').on(t.noun, t.nounId),
    index('search_documents_at').on(t.at),
    // Hits are counted by noun without reading their texts.
    index('search_documents_noun').on(t.row, t.noun),
  ],
)
