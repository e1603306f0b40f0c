/** Opens the database that DATABASE_URL names (a postgres:// address, else a SQLite file) behind one async interface. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Database } from './database.ts'
import { dialect } from './kit.ts'
import { databaseFile } from './location.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

function open(): Promise<Database> {
  const migrations = path.resolve('migrations', dialect)
  if (dialect === 'postgres') return openPostgres(process.env.DATABASE_URL as string, migrations)
  const file = databaseFile()
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  return openSqlite(file, migrations)
}

// The development server loads modules anew at each change; the connection must survive that.
const kept = globalThis as { samsynDatabase?: Promise<Database> }
kept.samsynDatabase ??= open()
const database = await kept.samsynDatabase

export const { db, transaction, afterCommit, rows } = database
export const closeDatabase = database.close
export { dialect }
