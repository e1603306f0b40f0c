import { createdAt, id, index, integer, json, table, text, timestamp, uniqueIndex } from '../kit.ts'

/** The outbox and the queue: a row is written in the transaction that asks for the work. */
export const jobs = table(
  'jobs',
  {
    id: id(),
    kind: text('kind').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    /** Two waiting jobs never share a key: what is asked for twice is done once. */
    key: text('key'),
    status: text('status', { enum: ['waiting', 'running', 'done', 'parked'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    runAt: timestamp('run_at').notNull(),
    leasedUntil: timestamp('leased_until'),
    progress: integer('progress').notNull().default(0),
    total: integer('total').notNull().default(0),
    error: text('error'),
    createdById: text('created_by_id'),
    createdAt: createdAt(),
    startedAt: timestamp('started_at'),
    finishedAt: timestamp('finished_at'),
  },
  (t) => [index('jobs_due').on(t.status, t.runAt), uniqueIndex('jobs_key').on(t.key)],
)
