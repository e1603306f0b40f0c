import { AsyncLocalStorage } from 'node:async_hooks'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What a write without RETURNING resolves to on both engines. */
interface WriteResult {
  rowCount: number | null
}
interface QueryResult extends PgQueryResultHKT {
  type: WriteResult
}
export type Db = Omit<
  PgDatabase<QueryResult, Record<string, never>>,
  'transaction' | 'execute' | 'refreshMaterializedView' | 'query'
>

export interface Database {
  db: Db
  /**
   * Everything awaited inside `work` joins one transaction; nested calls are savepoints.
   * Writers wait for one another, on SQLite and on PostgreSQL alike, so a transaction always sees the
   * latest state. No network, file or mail inside: every other writer would wait for it.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work` after the transaction that is open has been committed, or at once if none is. */
  afterCommit(work: () => void): void
  /** Raw rows as objects, for the few queries that the builder cannot express. */
  rows<T>(query: SQL): Promise<T[]>
  close(): Promise<void>
}

/** State of the transaction that the current asynchronous context is in. */
export interface Transaction {
  open: boolean
  depth: number
  client: unknown
  after: (() => void)[]
}
export const transactions = new AsyncLocalStorage<Transaction>()
