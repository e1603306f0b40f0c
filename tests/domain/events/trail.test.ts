import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeAccount } from '../../../app/domain/people/account-commands.server.ts'
import { verifyTrail } from '../../../app/domain/events/trail.server.ts'
import { db, dialect } from '../../../db/client.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { aPerson } from '../../support/builders.ts'

const person = await aPerson()
for (const name of ['Ada', 'Bo', 'Cia', 'Dan', 'Eva']) await changeAccount(person, { name, locale: 'sv' })
const rows = await db.select().from(events).orderBy(events.seq)
type Row = (typeof rows)[number]
const [, second, third, , last] = rows as [Row, Row, Row, Row, Row]

/** Does something to the trail behind its back, looks, and puts everything back. */
async function tampered(work: () => Promise<unknown>, expected?: string) {
  const subjects = await db.select().from(eventSubjects)
  await work()
  const report = await verifyTrail(expected)
  await db.delete(eventSubjects)
  await db.delete(events)
  await db.insert(events).values(rows)
  await db.insert(eventSubjects).values(subjects)
  return report
}

describe('the trail', () => {
  test('is whole when nobody has touched it', async () => {
    expect(await verifyTrail()).toEqual({
      checked: 5,
      faults: [],
      lastHash: last.hash,
      lastSeq: last.seq,
      expectedFound: null,
    })
  })

  test.each([
    ['actor', { actorId: 'somebody-else' }],
    ['verb', { verb: 'person.promoted' }],
    ['content', { change: { before: {}, after: { name: 'Another' } } }],
    ['time', { at: new Date('2020-01-01') }],
    ['organisation acted for', { actingForId: 'o' }],
  ])('shows an edited %s', async (_what, change) => {
    const report = await tampered(() => db.update(events).set(change).where(eq(events.seq, second.seq)))
    expect(report.faults).toEqual([{ seq: second.seq, kind: 'edited' }])
  })

  test('shows an edit whose hash was worked out anew, at the next event', async () => {
    const { eventHash } = await import('../../../app/domain/events/event.ts')
    const forged = { ...second, verb: 'person.promoted' }
    const report = await tampered(() =>
      db
        .update(events)
        .set({ verb: forged.verb, hash: eventHash(second.previousHash, forged) })
        .where(eq(events.seq, second.seq)),
    )
    expect(report.faults).toEqual([{ seq: third.seq, kind: 'missing' }])
  })

  const remove = async (seq: number) => {
    await db.delete(eventSubjects).where(eq(eventSubjects.seq, seq))
    await db.delete(events).where(eq(events.seq, seq))
  }

  test('shows a missing event, at the one after it', async () => {
    expect((await tampered(() => remove(second.seq))).faults).toEqual([{ seq: third.seq, kind: 'missing' }])
  })

  test.runIf(dialect === 'sqlite')(
    'shows a last event that was removed by a tool that does not mind what refers to it',
    async () => {
      const report = await tampered(async () => {
        const tool = new Database(process.env.DATABASE_URL as string)
        tool.pragma('foreign_keys = off')
        tool.prepare('delete from events where seq = ?').run(last.seq)
        tool.close()
      })
      expect(report.faults).toEqual([{ seq: last.seq, kind: 'missing' }])
    },
  )

  test('shows a last event that was removed with all traces only to those who noted its hash', async () => {
    const report = await tampered(() => remove(last.seq), last.hash)
    expect(report).toMatchObject({ faults: [], expectedFound: false })
  })

  test('finds a hash that was noted elsewhere, and misses one that is not in the chain', async () => {
    expect(await verifyTrail(third.hash)).toMatchObject({ expectedFound: true })
    expect(await verifyTrail('f'.repeat(64))).toMatchObject({ expectedFound: false })
  })
})
