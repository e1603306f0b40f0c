import { expect, test } from 'vitest'
import { createEngine, type EngineText } from '../../app/similarity/engine.ts'
import { highlight } from '../../app/similarity/highlight.ts'

const TEXTS: EngineText[] = [
  {
    id: 'n1',
    kind: 'need',
    title: 'Behörighetshantering mellan myndigheter',
    body: 'Vi behöver kunna ge behörigheter till handläggare i andra organisationer.',
  },
  {
    id: 'n2',
    kind: 'need',
    title: 'Behörighet över organisationsgränser',
    body: 'Handläggare hos andra myndigheter behöver behörighet till våra data.',
  },
  {
    id: 'n3',
    kind: 'need',
    title: 'Syntetiska data för att testa AI-modeller',
    body: 'Skarpa personuppgifter får inte användas när AI-modeller tränas och testas.',
  },
  {
    id: 'n4',
    kind: 'need',
    title: 'Test av AI med syntetiska data',
    body: 'Kommunen vill testa AI-modeller utan personuppgifter.',
  },
  { id: 'n5', kind: 'need', title: 'Parkeringstillstånd', body: 'Ansökan om parkeringstillstånd tar lång tid.' },
  {
    id: 'r1',
    kind: 'resource',
    title: 'Testmiljö för AI',
    body: 'En miljö där AI-modeller kan testas med syntetiska data.',
  },
]

function engineWith(texts = TEXTS) {
  const engine = createEngine()
  engine.put(texts)
  return engine
}

test('finds the same matter in other words and says which', () => {
  const [first] = engineWith().similar({ title: 'Behörigheter för handläggare' })
  expect(first?.id).toBe('n2')
  const reason = first?.why.find((one) => one.term.toLowerCase().startsWith('behörighet'))
  expect(reason?.inQuery).toEqual([[0, 12, 'title']])
  expect(TEXTS[1]?.title.slice(reason?.inText[0]?.[0], reason?.inText[0]?.[1])).toBe('Behörighet')
})

test('completes a half-typed last word', () => {
  expect(engineWith().similar({ title: 'parkeringst' })[0]?.id).toBe('n5')
  expect(engineWith().similar({ title: 'Ansökan', body: 'om behörighetsh' })[0]?.id).toMatch(/n1|n5/)
})

test('a known text is not its own result, and kinds are filtered', () => {
  const engine = engineWith()
  const found = engine.similar({ id: 'n4', title: 'Test av AI med syntetiska data' })
  expect(found.map((one) => one.id)).not.toContain('n4')
  expect(engine.similar({ title: 'testa AI' }, { kinds: ['resource'] }).map((one) => one.id)).toEqual(['r1'])
  expect(engine.similar({ title: 'testa AI' }, { kinds: ['nothing'] })).toEqual([])
})

test('a misspelt word finds what comes after it was asked for the first time', () => {
  const engine = engineWith()
  const found = () => engine.similar({ title: 'Snöröjnning' }).map((one) => one.id)
  expect(found()).not.toContain('snow')
  engine.put([{ id: 'snow', kind: 'need', title: 'Snöröjning', body: 'Vi vet inte vilka gator som är plogade.' }])
  expect(found()).toContain('snow')
})

test('removed and replaced texts are no longer found by what they said', () => {
  const engine = engineWith()
  engine.remove(['n5', 'unknown'])
  engine.put([{ ...TEXTS[0]!, title: 'Cykelbanor', body: '' }])
  expect(engine.size).toBe(5)
  expect(engine.similar({ title: 'parkeringstillstånd' })).toEqual([])
  expect(engine.similar({ title: 'cykelbanor' })[0]?.id).toBe('n1')
})

test('groups needs into problems with labels, and leaves the lone one alone', () => {
  const groups = engineWith().group({ level: 'problem', kinds: ['need'], strictness: 0.2 })
  const membership = groups.map((group) => group.members.map((member) => member.id).sort())
  expect(membership).toContainEqual(['n1', 'n2'])
  expect(membership).toContainEqual(['n3', 'n4'])
  expect(membership.flat()).not.toContain('n5')
  expect(groups[0]?.label.length).toBeGreaterThan(0)
})

test('confirmed groups keep their id and never merge, dismissed pairs stay apart', () => {
  const engine = engineWith()
  const groups = engine.group({
    level: 'problem',
    pinned: { n1: 'P1', n2: 'P2', n5: 'P1' },
    apart: [['n3', 'n4']],
    strictness: 0,
  })
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member.id, group.id])))
  expect(groupOf.get('n1')).toBe('P1')
  expect(groupOf.get('n5')).toBe('P1')
  expect(groupOf.get('n2')).toBe('P2')
  expect(groupOf.get('n3') ?? 'alone').not.toBe(groupOf.get('n4'))
})

test('group ids persist by overlap', () => {
  const engine = engineWith()
  const previous = { n3: 'old', n4: 'old' }
  const groups = engine.group({ level: 'problem', kinds: ['need'], strictness: 0.2, previous })
  expect(groups.find((group) => group.members.some((member) => member.id === 'n3'))?.id).toBe('old')
})

test('marks ranges whatever their order and overlap', () => {
  expect(
    highlight('behov av data', [
      [9, 13],
      [0, 3],
      [2, 5],
    ]),
  ).toEqual([
    { text: 'behov', marked: true },
    { text: ' av ', marked: false },
    { text: 'data', marked: true },
  ])
  expect(
    highlight('kort', [
      [2, 99],
      [-5, 1],
    ]),
  ).toEqual([
    { text: 'k', marked: true },
    { text: 'o', marked: false },
    { text: 'rt', marked: true },
  ])
})
