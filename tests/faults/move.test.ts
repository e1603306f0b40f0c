/** From a SQLite file to PostgreSQL: the story of the demonstration, every row of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialect } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { databaseUrl } from '../support/database-template.ts'
import { installation, samsyn } from '../support/site-process.ts'

describe.runIf(dialect === 'postgres')('moving to PostgreSQL', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-move-'))
  const file = path.join(folder, 'samsyn.db')
  const name = `samsyn_moved_${newId()}`
  const to = databaseUrl(process.env.TEST_POSTGRES ?? 'postgres://none', name)
  const onFile = { DATABASE_URL: file, MEILI_HOST: undefined }
  const onServer = { ...installation(`test-${newId()}`), DATABASE_URL: to }

  beforeAll(async () => {
    expect(await samsyn(['prepare'], { ...onFile, DEMO: '1' })).toMatchObject({ code: 0 })
    await administer(`create database ${name}`)
  }, 180_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await administer(`drop database ${name} with (force)`)
  })

  test('a file that a process has open is not moved', async () => {
    const open = new Sqlite(file)
    open.prepare('select count(*) from needs').get()
    expect(await samsyn(['move', '--to', to], onFile)).toMatchObject({
      code: 2,
      said: expect.stringContaining('is in use'),
    })
    open.close()
  }, 60_000)

  test('every row comes along, the trail is whole, and numbers go on', async () => {
    const moved = await samsyn(['move', '--to', to], onFile)
    expect(moved).toMatchObject({ code: 0, said: expect.stringContaining('the trail is whole') })
    expect(await rowsInPostgres()).toEqual(rowsInFile())

    const invite = ['--name', 'Yrsa Lind', '--email', 'yrsa.lind@example.se', '--role', 'administrator']
    expect(await samsyn(['person', 'create', ...invite], onServer)).toMatchObject({ code: 0 })
    expect(await samsyn(['trail', 'verify'], onServer)).toMatchObject({ code: 0 })
  }, 180_000)

  test('nothing is moved into a database that has something in it', async () => {
    expect(await samsyn(['move', '--to', to], onFile)).toMatchObject({
      code: 2,
      said: expect.stringContaining('is not empty'),
    })
  }, 60_000)

  test('search finds everything once it has been read anew', async () => {
    expect(await samsyn(['search', 'rebuild'], onServer)).toMatchObject({ code: 0 })
  }, 120_000)

  const tables = () => {
    const source = new Sqlite(file, { readonly: true })
    const names = source
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'
         and name not like 'search_%' order by name`,
      )
      .pluck()
      .all() as string[]
    source.close()
    return names
  }

  function rowsInFile() {
    const source = new Sqlite(file, { readonly: true })
    const found = tables().map((table) => [
      table,
      source.prepare(`select * from "${table}"`).all().map(comparable).sort(),
    ])
    source.close()
    return Object.fromEntries(found)
  }

  async function rowsInPostgres() {
    const target = new pg.Client({ connectionString: to })
    // Large numbers come as text otherwise.
    target.setTypeParser(pg.types.builtins.INT8, Number)
    await target.connect()
    const found: [string, string[]][] = []
    for (const table of tables())
      found.push([table, (await target.query(`select * from "${table}"`)).rows.map(comparable).sort()])
    await target.end()
    return Object.fromEntries(found)
  }
})

/** One way of writing for both databases: instants as milliseconds, truths as 0 and 1, JSON with its keys in order. */
function comparable(row: unknown): string {
  const plain = (value: unknown): unknown => {
    if (value instanceof Date) return value.getTime()
    if (typeof value === 'boolean') return value ? 1 : 0
    if (typeof value === 'string' && /^[[{]/.test(value)) return plain(JSON.parse(value))
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value !== 'object' || value === null) return value
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(fields.map(([key, content]) => [key, plain(content)]))
  }
  return JSON.stringify(plain(row))
}

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env.TEST_POSTGRES })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
