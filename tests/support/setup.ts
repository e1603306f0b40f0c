/** Before each test file: its own database, and console errors that fail the test that caused them. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { databaseUrl, templateDatabase } from './database-template.ts'

const name = `samsyn_test_${randomBytes(6).toString('hex')}`
const server = process.env.TEST_POSTGRES
const file = path.join(process.env.SAMSYN_TEST_FOLDER as string, `${name}.db`)

async function administer(statement: string) {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  // Copies of a template wait for one another: PostgreSQL allows one at a time.
  await admin.query('select pg_advisory_lock(727273)')
  await admin.query(statement)
  await admin.end()
}

if (server) {
  await administer(`create database ${name} template ${templateDatabase}`)
  process.env.DATABASE_URL = databaseUrl(server, name)
} else {
  copyFileSync(path.join(process.env.SAMSYN_TEST_FOLDER as string, 'template.db'), file)
  process.env.DATABASE_URL = file
}
process.env.DEMO = '1'
process.env.SAMSYN_DATA = path.join(process.env.SAMSYN_TEST_FOLDER as string, name)

const kept = globalThis as { samsynDatabase?: Promise<{ close(): Promise<void> }> }

afterAll(async () => {
  const database = await kept.samsynDatabase
  await database?.close()
  if (server) await administer(`drop database ${name} with (force)`)
  else for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
})

// Property tests ask something new at each run, which finds what nobody thought of; what lands must not depend on luck.
if (process.env.CI) (await import('fast-check')).default.configureGlobal({ seed: 20261128 })

beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  const complaints = vi.mocked(console.error).mock.calls.map((call) => call.join(' '))
  vi.restoreAllMocks()
  expect(complaints).toEqual([])
})
