import type { Named } from '../../app/domain/organisations/organisation.ts'
import { json, boolean, createdAt, id, index, integer, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { needs } from './needs.ts'
import { networks } from './organisations.ts'
import { people } from './people.ts'

export const imports = table(
  'imports',
  {
    id: id(),
    networkId: text('network_id')
      .notNull()
      .references(() => networks.id),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    status: text('status', {
      enum: [
        'reading',
        'uploaded',
        'checking',
        'checked',
        'running',
        'stopping',
        'done',
        'undoing',
        'undone',
        'discarded',
      ],
    }).notNull(),
    /** One per column of the file, in its order; empty where the file has none. */
    headings: json<string[]>('headings').notNull(),
    /** Place of a column, from 0 → the field that it becomes. */
    columns: json<Record<string, string>>('columns'),
    /** Result → number of rows. */
    totals: json<Record<string, number>>('totals'),
    rowCount: integer('row_count').notNull(),
    jobId: text('job_id'),
    importedById: text('imported_by_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    startedAt: timestamp('started_at'),
    finishedAt: timestamp('finished_at'),
  },
  (t) => [index('imports_network').on(t.networkId, t.createdAt)],
)

export const importRows = table(
  'import_rows',
  {
    id: id(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    rowNumber: integer('row_number').notNull(),
    cells: json<Record<string, string>>('cells').notNull(),
    result: text('result', { enum: ['new', 'changed', 'unchanged', 'bad', 'duplicate', 'withdrawn', 'disowned'] }),
    problems: json<{ column: string; code: string; value: string; values?: Record<string, string | number | Named> }[]>(
      'problems',
    )
      .notNull()
      .$defaultFn(() => []),
    /** Read in, but something in it is not. */
    remarked: boolean('remarked').notNull().default(false),
    /** The need that the row looks like a duplicate of, why, and what the coordinator chose to do about it. */
    duplicateOfId: text('duplicate_of_id'),
    likeness: json<{
      band: 'very' | 'alike' | 'partly'
      why: { text: string; marked: boolean }[]
      sameOrganisation: boolean
    }>('likeness'),
    choice: text('choice', { enum: ['import', 'link'] }),
    organisationId: text('organisation_id'),
    /** Of organisation and content: finds the same row again where the list has no references. */
    contentHash: text('content_hash'),
    needId: text('need_id').references(() => needs.id),
    /** When the row was carried out; a run that was interrupted goes on with the others. */
    doneAt: timestamp('done_at'),
  },
  (t) => [
    uniqueIndex('import_rows_number').on(t.importId, t.rowNumber),
    index('import_rows_result').on(t.importId, t.result),
    index('import_rows_content').on(t.contentHash),
    index('import_rows_need').on(t.needId),
  ],
)
