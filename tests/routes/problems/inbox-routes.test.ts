import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import * as inbox from '../../../app/routes/inbox.tsx'
import * as placement from '../../../app/routes/inbox_.placement.tsx'
import * as acceptance from '../../../app/routes/suggestions_.$id_.acceptance.tsx'
import * as change from '../../../app/routes/suggestions_.$id_.change.tsx'
import * as rejection from '../../../app/routes/suggestions_.$id_.rejection.tsx'
import * as undo from '../../../app/routes/suggestions_.$id_.undo.tsx'
import type { Person } from '../../../app/domain/people/person.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aRelayedNeed } from '../../support/builders-needs.ts'
import { aProblem, aSubmittedNeed } from '../../domain/problems/problem-builders.ts'
import { closeSimilarity } from '../../../app/domain/problems/similarity-index.server.ts'
import { failed, load, send } from '../needs/support.ts'

let coordinator: Person
beforeAll(async () => {
  coordinator = await aCoordinator()
})
afterAll(closeSimilarity)

type Body = {
  inbox: {
    cases: { needId: string; late: boolean; suggestion: { id: string } | null }[]
    counts: Record<string, number>
    waiting: number
    total: number
    lateCount: number
    unconfirmed: unknown[]
  }
}
const seen = async (path = '/inbox') => ((await load(inbox.loader, path, {}, coordinator)).body as Body).inbox

let count = 0
async function aSuggestion(given: Partial<typeof suggestions.$inferInsert> = {}) {
  const need = await aSubmittedNeed({ submittedAt: new Date() })
  const { id: problemId, number } = await aProblem()
  const [row] = await db
    .insert(suggestions)
    .values({
      kind: 'join',
      status: 'open',
      fingerprint: `test ${++count}`,
      leadNeedId: need.id,
      needIds: [need.id],
      problemId,
      score: 0.3,
      band: 'very',
      reasons: [{ term: 'fritext', weight: 1 }],
      ...given,
    })
    .returning({ id: suggestions.id })
  return { id: (row as { id: string }).id, need, number }
}
const status = async (id: string) =>
  (await db.select({ status: suggestions.status }).from(suggestions).where(eq(suggestions.id, id)))[0]?.status

describe('the inbox', () => {
  it('is for coordinators', async () => {
    expect((await load(inbox.loader, '/inbox')).status).toBe(302)
    expect((await load(inbox.loader, '/inbox', {}, await aRepresentative((await anOrganisation()).id))).status).toBe(
      403,
    )
  })
  it('shows what waits, oldest first, with what is late, unconfirmed and suggested', async () => {
    const old = await aSubmittedNeed({ submittedAt: new Date('2025-01-07T09:00:00Z') })
    const relayed = await aRelayedNeed()
    const suggested = await aSuggestion()
    const all = await seen()
    const ids = all.cases.map((one) => one.needId)
    expect(ids.indexOf(old.id)).toBe(0)
    expect(ids).toEqual(expect.arrayContaining([relayed.id, suggested.need.id]))
    expect(all.cases[0]).toMatchObject({ late: true, suggestion: null })
    expect(all.lateCount).toBeGreaterThan(0)
    expect(all.unconfirmed).toHaveLength(1)
    expect(all.cases.find((one) => one.needId === suggested.need.id)).toMatchObject({
      suggestion: { kind: 'join', demandAfter: 3, terms: ['fritext'] },
    })
    expect((await seen('/inbox?show=join')).cases.map((one) => one.needId)).toEqual([suggested.need.id])
    expect((await seen('/inbox?show=duplicate')).cases).toEqual([])
    expect((await seen('/inbox?show=nonsense')).counts.all).toBe(all.counts.all)
  })
  it('folds the needs of a suggested new problem into one case', async () => {
    const [first, second] = [await aSubmittedNeed(), await aSubmittedNeed()]
    const before = await seen()
    await aSuggestion({
      kind: 'new',
      needIds: [first.id, second.id],
      leadNeedId: first.id,
      problemId: null,
      title: 'Tillsammans',
    })
    const after = await seen()
    // One more waits (made with the suggestion), and one fewer is shown by itself; needs are counted, not rows.
    expect(after.waiting).toBe(before.waiting + 1)
    expect(after.counts.all).toBe((before.counts.all ?? 0) + 1)
    expect(after.total).toBe(before.total)
    expect(after.cases.map((one) => one.needId)).not.toContain(second.id)
  })
})

describe('placing one need by hand', () => {
  it('offers every problem, the most alike first, and puts the need there', async () => {
    const need = await aSubmittedNeed()
    const { number } = await aProblem()
    const offered = (await load(placement.loader, `/?need=${need.id}`, {}, coordinator)).body
    expect(offered).toMatchObject({ need: { id: need.id } })
    expect((offered as { problems: { number: number }[] }).problems.map((problem) => problem.number)).toContain(number)
    expect(await send(placement.action, '/', { need: need.id, to: '' }, {}, coordinator)).toEqual(
      failed(400, { errors: { to: expect.anything() } }),
    )
    expect(await send(placement.action, '/', { need: need.id, to: String(number) }, {}, coordinator)).toMatchObject({
      status: 302,
      location: '/inbox',
    })
    expect(await send(placement.action, '/', { need: need.id, to: String(number) }, {}, coordinator)).toEqual(
      failed(409, { message: expect.objectContaining({ key: 'refusals.needsAlreadyInProblem' }) }),
    )
  })
  it('is for coordinators, of needs that exist', async () => {
    const representative = await aRepresentative((await anOrganisation()).id)
    expect((await load(placement.loader, '/?need=nothing', {}, coordinator)).status).toBe(404)
    expect((await load(placement.loader, '/?need=nothing', {}, representative)).status).toBe(403)
    expect((await send(placement.action, '/', {}, {}, representative)).status).toBe(403)
    expect((await send(placement.action, '/', {})).status).toBe(401)
  })
})

describe('an answer', () => {
  it('is given with one form, leads back, and can be undone', async () => {
    const { id } = await aSuggestion()
    expect(await send(acceptance.action, '/', { back: '/inbox?show=join' }, { id }, coordinator)).toMatchObject({
      status: 302,
      location: '/inbox?show=join',
    })
    expect(await status(id)).toBe('accepted')
    expect(await send(acceptance.action, '/', {}, { id }, coordinator)).toEqual(
      failed(409, { message: { key: 'refusals.suggestionAnswered', values: {} } }),
    )
    expect(await send(undo.action, '/', {}, { id }, coordinator)).toMatchObject({ status: 302, location: '/inbox' })
    expect(await status(id)).toBe('open')
    expect(await send(rejection.action, '/', { back: 'https://evil.example' }, { id }, coordinator)).toMatchObject({
      status: 302,
      location: '/inbox',
    })
    expect(await status(id)).toBe('rejected')
  })
  it('can be changed first: another problem', async () => {
    const { id } = await aSuggestion()
    const other = await aProblem()
    expect((await load(change.loader, '/', { id }, coordinator)).body).toMatchObject({
      suggestion: { kind: 'join' },
      back: '/inbox',
    })
    expect(await send(change.action, '/', { to: '999999' }, { id }, coordinator)).toMatchObject({ status: 404 })
    expect(await send(change.action, '/', { to: 'x' }, { id }, coordinator)).toEqual(
      failed(400, { errors: { to: expect.anything() } }),
    )
    expect((await send(change.action, '/', { to: String(other.number) }, { id }, coordinator)).status).toBe(302)
    expect(await status(id)).toBe('changed')
  })
  it.each(Object.entries({ acceptance, change, rejection, undo }))(
    '%s: is for coordinators, of suggestions that exist',
    async (_name, route) => {
      const { id } = await aSuggestion()
      const representative = await aRepresentative((await anOrganisation()).id)
      expect((await send(route.action, '/', {}, { id })).status).toBe(401)
      expect((await send(route.action, '/', {}, { id }, representative)).status).toBe(403)
      expect((await load(route.loader, '/', { id }, representative)).status).toBe(403)
      expect((await send(route.action, '/', {}, { id: 'nothing' }, coordinator)).status).toBe(404)
      expect(await status(id)).toBe('open')
    },
  )
})
