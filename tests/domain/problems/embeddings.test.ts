import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { needs } from '../../../db/schema/needs.ts'
import { textVectors } from '../../../db/schema/similarity.ts'
import { chooseEmbeddings, embeddingState } from '../../../app/domain/problems/embedding-server.server.ts'
import {
  afterFailure,
  closedBreaker,
  decodeVector,
  EmbeddingsDown,
  encodeVector,
  isDown,
} from '../../../app/domain/problems/embedding.ts'
import { findSimilar } from '../../../app/domain/problems/similar-queries.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { refreshVectors } from '../../../app/domain/problems/vector-making.server.ts'
import { embeddingServer, embeddingSettings } from '../../../app/integrations/embeddings.server.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { startEmbeddingServer } from '../../support/embedding-server.ts'

type Server = Awaited<ReturnType<typeof startEmbeddingServer>>
let server: Server
const meanings = { animals: ['hund', 'valp', 'tax'], ships: ['färja', 'fartyg'] }

beforeAll(async () => {
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  server = await startEmbeddingServer(meanings)
})
afterAll(async () => {
  chooseEmbeddings(undefined)
  await closeSimilarity()
  await server.close()
})
afterEach(() => {
  server.mood = 'well'
})

const use = (more: { model?: string; mayHaveRestricted?: boolean; url?: string } = {}) =>
  chooseEmbeddings(embeddingServer({ url: server.url, mayHaveRestricted: false, ...more }))
const quiet = async () => {}

describe('the two protocols', () => {
  test.each(['', '/embed', '/v1/embeddings'])('an address that ends with “%s” is recognised', async (path) => {
    const found = await embeddingServer({ url: server.url + path, key: 'secret', mayHaveRestricted: false }).embed(
      ['En hund', 'En färja'],
      2_000,
    )
    expect(found.map(([animals = 0]) => animals > 0.5)).toEqual([true, false])
    expect(server.asked.at(-1)).toMatchObject({ path: path || '/embed', key: 'Bearer secret' })
  })

  test('a server without a description speaks the other protocol, and its order is put right', async () => {
    const other = await startEmbeddingServer(meanings, { tei: false })
    const [first] = await embeddingServer({ url: other.url, model: 'm', mayHaveRestricted: false }).embed(
      ['En hund', 'En färja'],
      2_000,
    )
    expect(first?.[0]).toBe(1)
    expect(other.asked.at(-1)?.path).toBe('/v1/embeddings')
    await other.close()
  })

  test.each([
    ['garbage', 'unreadable'],
    ['ragged', 'otherDimension'],
    ['busy', 'busy'],
    ['broken', 'unreachable'],
    ['denied', 'denied'],
    ['elsewhere', 'redirected'],
    ['slow', 'late'],
  ] as const)('a server that is %s is down: %s', async (mood, fault) => {
    server.mood = mood
    const asking = embeddingServer({ url: `${server.url}/embed`, mayHaveRestricted: false }).embed(['a', 'b'], 400)
    await expect(asking).rejects.toMatchObject({ name: 'EmbeddingsDown', fault })
    expect(server.followed).toBe(0)
  })

  test('nobody at the address, and settings that are none', async () => {
    const nobody = embeddingServer({ url: 'http://127.0.0.1:9/embed', mayHaveRestricted: false })
    await expect(nobody.embed(['a'], 2_000)).rejects.toMatchObject({ fault: 'unreachable' })
    expect(embeddingSettings({})).toBeUndefined()
    expect(() => embeddingSettings({ SAMSYN_EMBEDDINGS_URL: 'file:///etc/hosts' })).toThrow('web address')
    expect(() => embeddingSettings({ SAMSYN_EMBEDDINGS_URL: 'http://a', SAMSYN_EMBEDDINGS_KIND: 'x' })).toThrow('tei')
    expect(embeddingSettings({ SAMSYN_EMBEDDINGS_URL: 'http://a' })).toEqual({
      url: 'http://a',
      mayHaveRestricted: false,
    })
  })
})

test('rests grow from seconds to minutes, heed the server, and being late once is no fault', () => {
  let breaker = closedBreaker
  const rests = Array.from({ length: 9 }, () => {
    breaker = afterFailure(breaker, new EmbeddingsDown('unreachable'), 0)
    return breaker.restUntil / 1000
  })
  expect(rests).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
  expect(afterFailure(closedBreaker, new EmbeddingsDown('busy', 7_000), 0).restUntil).toBe(7_000)
  const late = new EmbeddingsDown('late')
  const twice = afterFailure(afterFailure(closedBreaker, late, 0), late, 0)
  expect([isDown(twice), twice.restUntil]).toEqual([false, 0])
  expect(isDown(afterFailure(twice, late, 0))).toBe(true)
  expect(decodeVector(encodeVector(Float32Array.of(1, -0.5, 3e-9)))).toEqual(Float32Array.of(1, -0.5, 3e-9))
})

test('texts without a word in common are alike by meaning, kept by content, and by words alone when the server is down', async () => {
  const viewer = await aCoordinator()
  const need = await aNeed({ title: 'Valpkurser saknas', description: 'Taxar springer bort.' })
  const secret = await aNeed({ title: 'Hundpatrullens scheman', description: 'Hundar i tjänst.', confidentiality: 2 })
  const refused = await aNeed({ title: 'REFUSED av servern', description: 'Alltför stor.' })
  const alike = async () =>
    (await findSimilar(viewer, { title: 'hunduppfostran', description: '', kinds: ['need'] }, 5)).map((one) => one.id)
  use()
  await similarityFilled()
  expect(await alike()).not.toContain(need.id)

  await refreshVectors(quiet)
  const rows = await db.select().from(textVectors)
  expect(rows.find((row) => row.textId === `n:${need.id}`)?.vector).not.toBe('')
  expect(rows.find((row) => row.textId === `n:${refused.id}`)?.vector).toBe('')
  // What not everyone may see stays here.
  expect(rows.find((row) => row.textId === `n:${secret.id}`)).toBeUndefined()
  expect(server.asked.flatMap((one) => one.texts).join(' ')).not.toContain('Hundpatrullens')
  await similarityFilled()
  expect(await alike()).toContain(need.id)
  expect(embeddingState().state).toBe('up')

  // Nothing is asked for twice; the same words elsewhere are the same vector.
  const before = server.asked.length
  await refreshVectors(quiet)
  expect(server.asked.length).toBe(before)
  await aNeed({ title: 'Valpkurser saknas', description: 'Taxar springer bort.' })
  await refreshVectors(quiet)
  expect(server.asked.length).toBe(before)

  // Down: the page gets its answer, the job asks again later, and what was known is still used.
  server.mood = 'broken'
  const later = await aNeed({ title: 'Tax på rymmen', description: 'Ingen vet vart.' })
  await db.delete(jobs).where(eq(jobs.kind, 'vectors.refresh'))
  await refreshVectors(quiet)
  expect(embeddingState()).toMatchObject({ state: 'down', fault: 'unreachable' })
  expect(await db.select({ kind: jobs.kind }).from(jobs).where(eq(jobs.kind, 'vectors.refresh'))).toHaveLength(1)
  expect(await findSimilar(viewer, { title: 'rymmen', description: '', kinds: ['need'] }, 5)).toMatchObject([
    { id: later.id },
  ])

  // It comes back, with another model: all is made anew, and secret texts too where the server may have them.
  server.mood = 'well'
  use({ model: 'other', mayHaveRestricted: true })
  await refreshVectors(quiet)
  const anew = await db.select().from(textVectors)
  expect(anew.every((row) => row.model === 'other')).toBe(true)
  expect(anew.map((row) => row.textId)).toContain(`n:${secret.id}`)
  expect(embeddingState().state).toBe('up')

  // Another dimension under the same name is another model: nothing of it is kept.
  server.mood = 'short'
  await aNeed({ title: 'Färjan går inte', description: 'Fartyget är trasigt.' })
  await refreshVectors(quiet)
  expect(embeddingState()).toMatchObject({ state: 'down', fault: 'otherDimension' })
  expect(await db.select().from(textVectors)).toHaveLength(anew.length)

  // Texts that are gone take their vectors with them.
  server.mood = 'well'
  use({ model: 'other', mayHaveRestricted: true })
  await db.update(needs).set({ status: 'withdrawn' }).where(eq(needs.id, secret.id))
  await refreshVectors(quiet)
  const left = (await db.select().from(textVectors)).map((row) => row.textId)
  expect(left).not.toContain(`n:${secret.id}`)
}, 60_000)
