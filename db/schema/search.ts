import { index, primaryKey, table, text, timestamp } from '../kit.ts'

/**
 * What search knows of each thing, already shaped for a result row. The built-in engine keeps its
 * full-text table beside it (a virtual table of SQLite, made by its own migration).
 */
export const searchDocuments = table(
  'search_documents',
  {
    noun: text('noun').notNull(),
    nounId: text('noun_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** Registry number or the number people use. */
    number: text('number'),
    status: text('status').notNull(),
    /** public | organisation:<id> | network:<id> | structure: who may find it; several are parted by a space. */
    audience: text('audience').notNull(),
    path: text('path').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.nounId] }), index('search_documents_at').on(t.at)],
)
