import { expect, test } from 'vitest'
import { createEngine, type EngineText } from '../../app/similarity/engine.ts'

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
