/** The drill: what was copied while the site wrote, or was put back, is the original row by row. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialect } from '../../db/client.ts'
import { databaseFile } from '../../db/location.ts'
import { aMeeting } from '../domain/committee/committee-builders.ts'
import { aNeed } from '../support/builders-needs.ts'
import { aRound } from '../support/builders-rounds.ts'
import { samsyn } from '../support/site-process.ts'

describe.runIf(dialect === 'sqlite')('backup and restore', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-backup-'))
  const at = (name: string) => path.join(folder, name)
  const run = (file: string, ...args: string[]) => samsyn(args, { DATABASE_URL: file })
  afterAll(() => rmSync(folder, { recursive: true }))

  beforeAll(async () => {
    await aRound({ status: 'published' })
    await aMeeting()
    for (let one = 0; one < 20; one++) await aNeed()
  })

  test('a copy is the original table by table, also when it has been restored', async () => {
    expect(await run(databaseFile(), 'backup', at('copy.db'))).toMatchObject({ code: 0 })
    expect(contentOf(at('copy.db'))).toEqual(contentOf(databaseFile()))
    const restored = await run(at('elsewhere/samsyn.db'), 'restore', at('copy.db'))
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('events in an unbroken trail') })
    expect(contentOf(at('elsewhere/samsyn.db'))).toEqual(contentOf(databaseFile()))
  }, 60_000)

  test('a copy that is taken while needs come in is whole, as of one instant', async () => {
    let done = false
    const writing = (async () => {
      while (!done) {
        await aNeed()
        // Nothing else has its turn in a process that only ever waits for SQLite.
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    })()
    const copied = await run(databaseFile(), 'backup', at('busy.db'))
    done = true
    await writing
    expect(copied).toMatchObject({ code: 0 })
    const { needs, events } = contentOf(at('busy.db'))
    expect(needs?.length).toBeGreaterThanOrEqual(20)
    expect(needs?.length).toBeLessThan(contentOf(databaseFile()).needs?.length ?? 0)
    expect(events?.length).toBeGreaterThan(needs?.length ?? 0)
    expect(await run(at('busy.db'), 'trail', 'verify')).toMatchObject({ code: 0 })
  }, 60_000)

  test('an earlier copy is not written over', async () => {
    writeFileSync(at('earlier.db'), 'earlier')
    expect(await run(databaseFile(), 'backup', at('earlier.db'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('is already there'),
    })
  }, 30_000)

  test('nothing is restored over a database that is in use, not even when told to replace it', async () => {
    expect(await run(databaseFile(), 'restore', at('copy.db'), '--replace')).toMatchObject({
      code: 2,
      said: expect.stringContaining('is in use'),
    })
  }, 30_000)

  test('a database with people in it is replaced only when told to, and kept beside', async () => {
    copyFileSync(at('busy.db'), at('live.db'))
    const before = contentOf(at('live.db'))
    expect(await run(at('live.db'), 'restore', at('copy.db'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('is not empty'),
    })
    expect(contentOf(at('live.db'))).toEqual(before)
    const { code, said } = await run(at('live.db'), 'restore', at('copy.db'), '--replace')
    expect(code).toBe(0)
    expect(contentOf(at('live.db'))).toEqual(contentOf(at('copy.db')))
    expect(contentOf(said.match(/before is (.+)/)?.[1] as string)).toEqual(before)
  }, 60_000)

  test('a copy that is damaged, cut short, edited or no database at all is refused, and nothing touched', async () => {
    copyFileSync(at('copy.db'), at('short.db'))
    truncateSync(at('short.db'), 60_000)
    copyFileSync(at('copy.db'), at('edited.db'))
    const edited = new Sqlite(at('edited.db'))
    edited.exec("update events set verb = 'need.withdrawn' where seq = 3")
    edited.close()
    new Sqlite(at('other.db')).exec('create table other (one)').close()
    writeFileSync(at('text.db'), 'This is no database.'.repeat(1000))
    for (const [name, why] of [
      ['short.db', 'cannot be read as a database'],
      ['edited.db', 'trail of'],
      ['other.db', 'is not a database of Samsyn'],
      ['text.db', 'cannot be read as a database'],
      ['absent.db', 'There is no file'],
    ]) {
      const refused = await run(at('untouched/samsyn.db'), 'restore', at(name as string))
      expect(refused).toMatchObject({ code: 2, said: expect.stringContaining(why as string) })
      expect(refused.said).not.toContain('    at ')
      expect(existsSync(at('untouched/samsyn.db'))).toBe(false)
    }
  }, 90_000)
})

/** Every row of every table that holds something of its own. */
function contentOf(file: string): Record<string, unknown[]> {
  const database = new Sqlite(file, { readonly: true })
  const tables = database
    .prepare(
      "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'",
    )
    .pluck()
    .all() as string[]
  const rowsOf = (table: string) =>
    database
      .prepare(`select * from "${table}"`)
      .all()
      .map((row) => JSON.stringify(row))
  const content = tables.map((table) => [table, rowsOf(table).sort()])
  database.close()
  return Object.fromEntries(content)
}
