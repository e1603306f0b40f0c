/** A disk that is full, a database that may only be read: a sentence, nothing lost, and the site goes on. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { copyDatabase } from '../../db/backup.ts'
import { dialect, rows, transaction } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { databaseFile } from '../../db/location.ts'
import { buildWhereStale } from '../../app/cli/build.ts'
import { verifyTrail } from '../../app/domain/events/trail.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import { sessionCookie } from '../../app/http/cookies.server.ts'
import { anOrganisation, aRepresentative } from '../support/builders.ts'
import { aDraft, aNeed, stored } from '../support/builders-needs.ts'
import { answerOf, get, post } from '../support/requests.ts'
import { loadRoute } from '../support/routes.ts'
import { installation, samsyn, startSite, until } from '../support/site-process.ts'
import { Visitor } from '../support/visitor.ts'

const pragma = (setting: string) => transaction(() => rows(sql.raw(`pragma ${setting}`)))

/** Not one page more, and none is left free. */
async function fillUp() {
  await rows(sql`create table if not exists filler (content)`)
  await pragma('max_page_count=1')
  await expect(
    (async () => {
      for (;;) await rows(sql`insert into filler values (zeroblob(3000))`)
    })(),
  ).rejects.toThrow()
}

async function makeRoom() {
  await pragma('max_page_count=1000000000')
  await rows(sql`drop table if exists filler`)
}

/** The database may be read and not written, from the next connection on. */
async function setReadOnly(readOnly: boolean) {
  const admin = new pg.Client({ connectionString: process.env.TEST_POSTGRES })
  await admin.connect()
  const name = new URL(process.env.DATABASE_URL as string).pathname.slice(1)
  await admin.query(`alter database ${name} set default_transaction_read_only = ${readOnly ? 'on' : 'off'}`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await admin.end()
  const answers = () =>
    rows(sql`select 1`).then(
      () => true,
      () => false,
    )
  // A connection that was cut is noticed when its end arrives.
  for (let again = 0; again < 10; again++) await until(answers, () => 'The database does not answer')
}

const faults: [string, boolean, () => Promise<unknown>, () => Promise<unknown>][] = [
  ['a full disk', dialect === 'sqlite', fillUp, makeRoom],
  ['a read-only database', dialect === 'postgres', () => setReadOnly(true), () => setReadOnly(false)],
]

for (const [fault, available, begin, end] of faults)
  describe.runIf(available)(fault, () => {
    let author: Person
    let need: Awaited<ReturnType<typeof aNeed>>
    beforeAll(async () => {
      need = await aNeed()
      author = need.author
    })
    afterEach(end)

    test('is a sentence on the form, with what was typed, and leaves everything as it was', async () => {
      const { id } = await aDraft({ author, organisationId: need.organisationId })
      const { action } = await loadRoute('needs.$id.form.$step')
      // More than a page of SQLite holds.
      const typed = {
        title: 'Vi har inte rum för mer',
        description: 'Många små öar står utan både båt och färja. '.repeat(88).trim(),
      }
      const submit = (request: Request) =>
        answerOf((async () => action?.({ request, params: { id, step: 'need' }, context: {} } as never))())
      const request = () => post(`/needs/${id}/form/need`, typed, author)
      const [first, second] = [await request(), await request()]
      const before = await stored(id)
      await begin()
      const refused = { message: { key: 'refusals.cannotSave' }, typed }
      expect(await submit(first)).toMatchObject({ status: 503, body: refused })
      expect(await stored(id)).toEqual(before)
      expect((await verifyTrail()).faults).toEqual([])
      await end()
      expect((await submit(second)).status).toBe(302)
      expect(await stored(id)).toMatchObject(typed)
    }, 60_000)

    test('does not keep those who are signed in from reading', async () => {
      const request = await get(`/needs/${need.id}`, author)
      const { loader } = await loadRoute('needs.$id._index')
      await begin()
      const page = await answerOf((async () => loader?.({ request, params: { id: need.id }, context: {} } as never))())
      expect(page.status).toBe(200)
    }, 60_000)
  })

/** A small disk of its own, which only root may make. */
function aSmallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
}
const disk = dialect === 'sqlite' ? aSmallDisk() : undefined
afterAll(() => {
  if (!disk) return
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

// Without the right to mount, the full disk above, of SQLite's own making, is the one that is tested.
describe.runIf(disk)('a site whose disk is full', () => {
  test('says so, goes on, and takes needs again when there is room', async () => {
    buildWhereStale()
    const { id: organisationId } = await anOrganisation()
    const author = await aRepresentative(organisationId)
    const drafts: string[] = []
    for (let at = 0; at < 60; at++) drafts.push((await aDraft({ author, organisationId })).id)
    const cookie = await sessionCookie.serialize(await startSession(author.id, 'test'))
    const file = path.join(disk as string, 'samsyn.db')
    await copyDatabase(databaseFile(), file)
    const environment = { ...installation(newId()), DATABASE_URL: file, SAMSYN_WORKER: 'apart' }
    const site = await startSite(environment)
    const visitor = new Visitor(site.url, cookie)
    const submit = (id: string) => visitor.post(`/needs/${id}/submission`, new URLSearchParams())
    try {
      expect((await submit(drafts.pop() as string)).status).toBe(302)
      const filler = path.join(disk as string, 'filler')
      expect(() => writeFileSync(filler, Buffer.alloc(16_000_000))).toThrow('ENOSPC')
      let refused: { id: string; answer: Response } | undefined
      while (!refused && drafts.length > 0) {
        const id = drafts.pop() as string
        const answer = await submit(id)
        if (answer.status !== 302) refused = { id, answer }
      }
      expect(refused?.answer.status).toBe(503)
      expect(await refused?.answer.text()).toContain('Samsyn kan inte spara just nu. Inget har ändrats')
      expect((await visitor.get(`/needs/${refused?.id}/form/need`)).status).toBe(200)
      rmSync(filler)
      expect((await submit(refused?.id ?? '')).headers.get('location')).toContain('receipt')
    } finally {
      await site.stop()
    }
    expect(await samsyn(['trail', 'verify'], environment)).toMatchObject({ code: 0 })
  }, 300_000)
})
