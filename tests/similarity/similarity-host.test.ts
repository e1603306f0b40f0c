import { afterEach, expect, test } from 'vitest'
import { createEngine, type EngineText } from '../../app/similarity/engine.ts'
import { type Similarity, startSimilarity } from '../../app/similarity/similarity-host.ts'

const text = (id: string, title: string): EngineText => ({ id, kind: 'need', title, body: '' })
const TEXTS = [
  text('a', 'Behörighetshantering mellan myndigheter'),
  text('b', 'Behörighet över organisationsgränser'),
  text('c', 'Syntetiska data för test av AI-modeller'),
]

let similarity: Similarity | undefined
afterEach(() => similarity?.close())

test('answers from the worker thread and says which version it has seen', async () => {
  similarity = startSimilarity()
  await similarity.put(TEXTS, 7)
  expect(similarity.version).toBe(7)
  expect(await similarity.size()).toBe(3)
  const found = await similarity.similar({ title: 'behörighetshantering' })
  expect(found[0]?.id).toBe('a')
  await similarity.remove(['a'], 8)
  expect((await similarity.similar({ title: 'behörighetshantering' })).map((one) => one.id)).not.toContain('a')
  expect(similarity.version).toBe(8)
})

test('loads the texts at start and tells the progress', async () => {
  const progress: number[] = []
  similarity = startSimilarity({
    load: async function* () {
      yield { texts: TEXTS.slice(0, 2), version: 1 }
      yield { texts: TEXTS.slice(2), version: 2 }
    },
    onProgress: ({ loaded }) => progress.push(loaded),
  })
  await similarity.ready
  expect(progress).toEqual([2, 3, 3])
  expect(similarity.version).toBe(2)
  expect(await similarity.size()).toBe(3)
})

test('a call that takes too long is refused, and the engine comes back with its texts', async () => {
  similarity = startSimilarity({
    timeout: 1,
    load: async function* () {
      yield { texts: TEXTS, version: 1 }
    },
  })
  await similarity.ready
  const heavy = Array.from({ length: 400 }, (_, i) => `behörighet${i} `)
    .join('')
    .repeat(2000)
  await expect(similarity.similar({ title: 'x', body: heavy })).rejects.toThrow(/took more than 1 ms|restarts/)
  const groups = await similarity.group({ level: 'problem' })
  expect(Array.isArray(groups)).toBe(true)
})

test('large groupings share their work with another thread, and answer as one does', async () => {
  const texts = Array.from({ length: 2100 }, (_, i) =>
    text(`t${i}`, `Behov nummer ${i % 97} av stöd ${i % 31} för delning ${i % 13}`),
  )
  similarity = startSimilarity()
  await similarity.put(texts)
  const one = createEngine()
  one.put(texts)
  expect(await similarity.group({ level: 'theme' })).toEqual(one.group({ level: 'theme' }))
}, 120_000)

test('several groupings leave the main thread free', async () => {
  similarity = startSimilarity()
  await similarity.put(
    Array.from({ length: 2000 }, (_, i) =>
      text(`t${i}`, `Behov nummer ${i % 97} av stöd ${i % 31} för delning ${i % 13}`),
    ),
  )
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  await similarity.group({ level: 'problem' })
  await similarity.group({ level: 'theme' })
  clearInterval(turning)
  expect(turns).toBeGreaterThan(10)
})
