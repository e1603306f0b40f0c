import { expect, test } from 'vitest'
import { createEngine, type EngineText } from '../../app/similarity/engine.ts'
import { HelperThread } from '../../app/similarity/helper-thread.ts'

const WORDS =
  'behörighet data datakvalitet hälsodata kommun AI-modell GDPR samverkan testmiljö e-tjänst register delning språkmodell upphandling drift'.split(
    ' ',
  )

/** More than it takes for a second thread to be used. */
const TEXTS = Array.from(
  { length: 2100 },
  (_, at): EngineText => {
    const words = Array.from({ length: 6 }, (_, i) => WORDS[(at * 7 + i * i * (1 + (at % 5))) % WORDS.length])
    return {
      id: `t${at}`,
      kind: 'need',
      title: words.slice(0, 3).join(' '),
      body: `${words.join(' ')} ärende${at % 400}`,
    }
  },
  120_000,
)

function answers(threads: 1 | 2, texts: readonly EngineText[]) {
  const engine = createEngine({ threads })
  engine.put(texts)
  return {
    size: engine.size,
    similar: engine.similar({ title: 'Behörighet till hälsodata' }),
    problems: engine.group({ level: 'problem' }),
    themes: engine.group({ level: 'theme' }),
  }
}

test('two threads give the answers of one, to the last digit', () => {
  expect(answers(2, TEXTS)).toEqual(answers(1, TEXTS))
}, 120_000)

test('the last of an id counts, whichever thread reads it', () => {
  const again = TEXTS.slice(0, 50).map((text) => ({ ...text, title: 'Cykelbanor' }))
  expect(answers(2, [...TEXTS, ...again])).toEqual(answers(1, [...TEXTS, ...again]))
}, 120_000)

test('a helper that ends in the middle of its work is noticed at once', () => {
  const rows = 4000
  const width = 50
  const shared = {
    offsets: Int32Array.from({ length: rows + 1 }, (_, row) => row),
    columns: new Int32Array(rows),
    values: new Float32Array(rows).fill(1),
  }
  const task = {
    // What is inherited does not reach the other thread, which fails on its first piece while this one goes on.
    vectors: Object.create(shared) as typeof shared,
    dense: new Float32Array(width),
    width,
    out: new Float32Array(rows * width),
  }
  const helper = new HelperThread([])
  const giveUp = performance.now() + 60_000
  let asked = 0
  const askUntilItEnds = () => {
    while (performance.now() < giveUp) {
      asked = performance.now()
      helper.share('timesDense', task, rows, 10)
    }
  }
  expect(askUntilItEnds).toThrow('the helper thread of the similarity engine stopped')
  // Long before the patience with one that lives has come to its end, however busy the machine is.
  expect(performance.now() - asked).toBeLessThan(30_000)
  expect(helper.gone).toBe(true)
}, 120_000)
