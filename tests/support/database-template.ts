/** Once per run: an empty migrated database that every test file gets its own copy of. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

export const templateDatabase = 'samsyn_test_template'

export default async function setup() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-test-'))
  process.env.SAMSYN_TEST_FOLDER = folder
  const server = process.env.TEST_POSTGRES
  if (server) await makePostgresTemplate(server)
  else await makeSqliteTemplate(folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

async function makeSqliteTemplate(folder: string) {
  const { openSqlite } = await import('../../db/sqlite.ts')
  const database = await openSqlite(path.join(folder, 'template.db'), path.resolve('migrations/sqlite'))
  await database.close()
}

async function makePostgresTemplate(server: string) {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${templateDatabase}`)
  await admin.query(`create database ${templateDatabase}`)
  await admin.end()
  const { openPostgres } = await import('../../db/postgres.ts')
  const database = await openPostgres(databaseUrl(server, templateDatabase), path.resolve('migrations/postgres'))
  await database.close()
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
