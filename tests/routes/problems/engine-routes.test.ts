import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { terms } from '../../../db/schema/similarity.ts'
import * as engine from '../../../app/routes/how-the-engine-thinks.tsx'
import * as strictness from '../../../app/routes/inbox_.strictness.tsx'
import * as list from '../../../app/routes/terms.tsx'
import * as change from '../../../app/routes/terms_.$id.tsx'
import * as removal from '../../../app/routes/terms_.$id_.removal.tsx'
import * as adding from '../../../app/routes/terms_.new.tsx'
import type { Person } from '../../../app/domain/people/person.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { isBorderline } from '../../../app/domain/problems/strictness.ts'
import { likenessFloors } from '../../../app/domain/problems/suggestion.ts'
import type { WorkedExample } from '../../../app/domain/problems/worked-example.server.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aProblem, aSubmittedNeed } from '../../domain/problems/problem-builders.ts'
import { failed, load, send } from '../needs/support.ts'

let coordinator: Person
beforeAll(async () => {
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
  coordinator = await aCoordinator()
})
afterAll(closeSimilarity)

const ice = {
  title: 'Isläget på badsjöar rapporteras per telefon',
  description: 'Fritidskontoret ringer runt om isläget på badsjöar och skriver tjockleken på en lapp.',
}

describe('the page on how the engine thinks', () => {
  const seen = async () =>
    (await load(engine.loader, '/how-the-engine-thinks')).body as {
      example: WorkedExample | null
      facts: { strictness: object; meanings: object }
    }
  it('shows no example of needs that not everyone may see', async () => {
    const needs = [
      await aSubmittedNeed({ ...ice, confidentiality: 2 }),
      await aSubmittedNeed({ ...ice, title: 'Isläget på badsjöar saknas på kartan', confidentiality: 2 }),
    ]
    await aProblem({ needIds: needs.map(({ id }) => id) })
    expect((await seen()).example).toBeNull()
  })
  it('compares two public needs with the engine and marks what they share, and keeps who set the strictness', async () => {
    const needs = [
      await aSubmittedNeed(ice),
      await aSubmittedNeed({ ...ice, title: 'Isläget på badsjöar saknas på kartan' }),
    ]
    await aProblem({ needIds: needs.map(({ id }) => id) })
    const { example, facts } = await seen()
    expect(example?.texts.map(({ id }) => id).sort()).toEqual(needs.map(({ id }) => id).sort())
    for (const { parts } of example?.texts ?? []) expect(parts.some((part) => part.marked)).toBe(true)
    const weights = example?.terms.map(({ weight }) => weight) ?? []
    expect(weights.length).toBeGreaterThan(1)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(Object.keys(facts.strictness)).toEqual(['inUse'])
    // Whether texts leave Samsyn is for everyone to know; what the server is called and what ails it is not.
    expect(facts.meanings).toEqual({ state: 'off', vectors: 0 })
  })
})

describe('stricter or looser', () => {
  const at = '/inbox/strictness'
  it('previews a step without saving it', async () => {
    const body = (await load(strictness.loader, `${at}?steps=2`, {}, coordinator)).body as {
      steps: number
      changes: { strictness: number }
      strictness: { offset: number }
    }
    expect(body.steps).toBe(2)
    expect(body.changes.strictness).toBeCloseTo(0.7)
    expect(body.strictness.offset).toBe(0)
  })
  it('asks for a reason, takes no other steps, and then holds', async () => {
    expect(await send(strictness.action, at, { steps: '2', reason: ' ' }, {}, coordinator)).toEqual(
      failed(400, { errors: { reason: { key: 'common.form.required', values: { min: 1 } } } }),
    )
    expect((await send(strictness.action, at, { steps: '4', reason: 'För många' }, {}, coordinator)).status).toBe(400)
    const done = await send(strictness.action, at, { steps: '2', reason: 'För många förslag' }, {}, coordinator)
    expect(done).toMatchObject({ status: 302, location: at })
    expect((await load(strictness.loader, at, {}, coordinator)).body).toMatchObject({
      steps: 2,
      changes: null,
      strictness: { setting: { reason: 'För många förslag' } },
    })
  })
})

describe('the term list', () => {
  const byConcept = async (concept: string) => (await db.select().from(terms).where(eq(terms.concept, concept)))[0]
  it('takes a concept with one form a line, shows it to who searches, changes and removes it', async () => {
    const sent = { concept: 'badisläge', sv: 'israpport\nfrysgrad', en: 'ice report' }
    expect(await send(adding.action, '/terms/new', sent, {}, coordinator)).toMatchObject({
      status: 302,
      location: '/terms',
    })
    const { id, sv } = (await byConcept('badisläge')) as { id: string; sv: string[] }
    expect(sv).toEqual(['israpport', 'frysgrad'])
    const found = async (q: string) =>
      ((await load(list.loader, `/terms?q=${q}`, {}, coordinator)).body as { added: object[] }).added
    expect(await found('FRYS')).toMatchObject([{ concept: 'badisläge' }])
    expect(await found('metadata')).toEqual([])
    const other = { ...sent, sv: 'israpport' }
    expect((await send(change.action, `/terms/${id}`, other, { id }, coordinator)).status).toBe(302)
    expect((await byConcept('badisläge'))?.sv).toEqual(['israpport'])
    expect((await send(removal.action, `/terms/${id}/removal`, {}, { id }, coordinator)).status).toBe(302)
    expect(await byConcept('badisläge')).toBeUndefined()
    expect((await load(change.loader, `/terms/${id}`, { id }, coordinator)).status).toBe(404)
  })
  it('says why it does not take one', async () => {
    const taken = await send(adding.action, '/terms/new', { concept: 'GDPR', sv: 'x-lagen' }, {}, coordinator)
    expect(taken).toMatchObject({ status: 409, body: { message: { key: 'refusals.termBuiltIn' } } })
    expect(await send(adding.action, '/terms/new', { concept: 'ensam' }, {}, coordinator)).toEqual(
      failed(409, { message: { key: 'refusals.termFormMissing', values: {} } }),
    )
  })
  it('finds the built-in concepts by any form', async () => {
    const { total } = (await load(list.loader, '/terms?q=gdpr', {}, coordinator)).body as { total: number }
    expect(total).toBeGreaterThan(0)
  })
})

it('is uncertain about what lies near the floor of its kind, and of nothing else', () => {
  expect(isBorderline('join', likenessFloors.join, 0.5)).toBe(true)
  expect(isBorderline('join', likenessFloors.join * 2, 0.5)).toBe(false)
  expect(isBorderline('join', likenessFloors.join, 0.8)).toBe(false)
  expect(isBorderline('split', likenessFloors.within, 0.5)).toBe(false)
})
