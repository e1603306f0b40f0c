/** Several processes start at once on a database that has no tables yet. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../db/kit.ts'
import { databaseUrl } from '../support/database-template.ts'
import { samsyn } from '../support/site-process.ts'

const server = process.env.TEST_POSTGRES
const name = `samsyn_first_${newId()}`
const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-first-'))
const empty = server ? databaseUrl(server, name) : path.join(folder, 'samsyn.db')

async function administer(statement: string): Promise<void> {
  if (!server) return
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
beforeAll(() => administer(`create database ${name}`))
afterAll(async () => {
  await administer(`drop database ${name} with (force)`)
  rmSync(folder, { recursive: true })
})

test('one of them makes the tables, and all of them go on', async () => {
  const started = await Promise.all(
    Array.from({ length: 4 }, () => samsyn(['trail', 'verify'], { DATABASE_URL: empty })),
  )
  for (const { code, said } of started) expect({ code, said }).toMatchObject({ code: 0 })
}, 120_000)
