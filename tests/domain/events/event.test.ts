import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { eventHash, firstHash } from '../../../app/domain/events/event.ts'
import { command } from '../../../app/domain/events/event-commands.server.ts'
import { nextRegistryNumber } from '../../../app/domain/events/registry.server.ts'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { aCoordinator } from '../../support/builders.ts'

test('a command writes one event that is chained to the one before it', async () => {
  const actor = await aCoordinator()
  for (const id of ['a', 'b'])
    await command(actor, (record) =>
      record({ verb: 'problem.renamed', noun: 'problem', id, change: { after: { title: 'Ö', area: 1 } } }),
    )
  const rows = await db.select().from(events).orderBy(asc(events.seq))
  let previous = firstHash
  for (const row of rows) {
    expect(row.previousHash).toBe(previous)
    expect(row.hash).toBe(eventHash(previous, row))
    previous = row.hash
  }
  expect(rows.map((row) => row.nounId)).toEqual(['a', 'b'])
})

test('a command that records no event, or two, fails and changes nothing', async () => {
  const actor = await aCoordinator()
  const before = await db.select().from(events)
  await expect(command(actor, async () => {})).rejects.toThrow('exactly one event')
  await expect(
    command(actor, async (record) => {
      await record({ verb: 'x.y', noun: 'x', id: '1' })
      await record({ verb: 'x.y', noun: 'x', id: '1' })
    }),
  ).rejects.toThrow('exactly one event')
  expect(await db.select().from(events)).toEqual(before)
})

test('what follows an event waits in the outbox of the same transaction', async () => {
  const actor = await aCoordinator()
  const before = (await db.select().from(jobs)).length
  await transaction(async () => {
    await command(actor, (record) => record({ verb: 'x.y', noun: 'x', id: '1' }))
    throw new Error('undone')
  }).catch(() => {})
  expect(await db.select().from(jobs)).toHaveLength(before)
})

test('registry numbers are given once each, also when many are asked for at once', async () => {
  const day = new Date('2025-03-01')
  const numbers = await Promise.all(Array.from({ length: 20 }, () => transaction(() => nextRegistryNumber(day))))
  expect(new Set(numbers).size).toBe(20)
  expect(numbers.sort()[0]).toBe('2025-0001')
  expect(numbers.sort()[19]).toBe('2025-0020')
})

test('a failed transaction gives its registry number back', async () => {
  const day = new Date('2024-03-01')
  await transaction(async () => {
    await nextRegistryNumber(day)
    throw new Error('undone')
  }).catch(() => {})
  expect(await transaction(() => nextRegistryNumber(day))).toBe('2024-0001')
})
