import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { confirmRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { listNear } from '../../../app/domain/problems/addable-queries.server.ts'
import { findSimilar, findSimilarForWriter } from '../../../app/domain/problems/similar-queries.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { bandOfQuestion } from '../../../app/domain/problems/suggestion.ts'
import { snippet } from '../../../app/domain/problems/snippet.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aProblem, must } from './problem-builders.ts'

const scans = {
  title: 'Inskannade handlingar går inte att söka i',
  description:
    'Vi har miljoner inskannade handlingar i fritext. De måste märkas upp för hand innan någon modell kan läsa dem.',
}
const query = { title: 'Inskannade personakter', description: 'Våra inskannade akter i fritext går inte att söka i.' }

beforeAll(async () => {
  setClock(new Date('2026-05-01T08:00:00Z'))
  // A machine that runs everything at once answers slowly, and still has to answer.
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
afterAll(async () => {
  setClock()
  await closeSimilarity()
})

describe('what is like some words', () => {
  test('is found with its reasons; what is not alike is not', async () => {
    const alike = await aNeed(scans)
    await aNeed({
      title: 'Elbilar behöver laddas',
      description: 'Kommunens fordon saknar laddstolpar vid återvinningscentralen.',
    })
    const found = await findSimilar(anonymous, { ...query, kinds: ['need'] }, 5)
    expect(found[0]).toMatchObject({ kind: 'need', id: alike.id, path: alike.id })
    expect(
      must(found[0])
        .why.filter((part) => part.marked)
        .map((part) => part.text.toLowerCase())
        .join(' '),
    ).toContain('inskannade')
    expect(found.map((one) => one.title)).not.toContain('Elbilar behöver laddas')
  })
  test('follows what happens: new, withdrawn, formed into a problem', async () => {
    const later = await aNeed({ ...scans, title: 'Ännu fler inskannade handlingar' })
    expect((await findSimilar(anonymous, query, 10)).map((one) => one.id)).toContain(later.id)
    const { number } = await aProblem({ title: 'Göra inskannade handlingar i fritext sökbara', needIds: [later.id] })
    expect(
      (await findSimilar(anonymous, query, 10)).filter((one) => one.kind === 'problem').map((one) => one.path),
    ).toEqual([String(number)])
    await withdrawNeed(later.author, later.id, 'Löst.')
    expect((await findSimilar(anonymous, query, 10)).map((one) => one.id)).not.toContain(later.id)
  })
  test('leads those who write to the problem that a need like theirs is part of', async () => {
    const inside = await aNeed({ ...scans, title: 'Inskannade protokoll går inte att söka i' })
    const { number } = await aProblem({ title: 'Arkivens framtid', needIds: [inside.id] })
    const found = await findSimilarForWriter(anonymous, query, 5)
    expect(found.length).toBeLessThanOrEqual(5)
    expect(found.find((one) => one.kind === 'problem' && one.path === String(number))).toMatchObject({
      title: 'Arkivens framtid',
      why: expect.arrayContaining([expect.objectContaining({ marked: true })]),
    })
    expect(found.map(({ id }) => id)).not.toContain(inside.id)
    const hidden = await aProblem({ title: 'Inte öppnat än', status: 'proposed', needIds: [inside.id] })
    const again = await findSimilarForWriter(anonymous, query, 5)
    expect(again.map((one) => one.path)).not.toContain(String(hidden.number))
  })
  test('offers nobody to share a problem that their organisation has a need in', async () => {
    const inside = await aNeed({ ...scans, title: 'Inskannade beslut går inte att söka i' })
    const { number } = await aProblem({ title: 'Beslutens framtid', needIds: [inside.id] })
    const shared = async (viewer: Viewer) =>
      (await findSimilarForWriter(viewer, query, 20)).find((one) => one.path === String(number))?.sharedByViewer
    expect([await shared(inside.author), await shared((await aNeed()).author), await shared(anonymous)]).toEqual([
      true,
      false,
      false,
    ])
  })
  test('says so of what its organisation has not confirmed', async () => {
    const { id, author } = await aRelayedNeed({ ...scans, title: 'Inskannade ritningar går inte att söka i' })
    const asItIs = async () => (await findSimilar(anonymous, query, 20)).find((one) => one.id === id)
    expect(await asItIs()).toMatchObject({ unconfirmed: true })
    await confirmRelayedNeed(author, id)
    expect(await asItIs()).toMatchObject({ unconfirmed: false })
  })
  test('never shows what the viewer may not see', async () => {
    const secret = await aNeed({ ...scans, title: 'Inskannade akter om kanariefåglar', confidentiality: 2 })
    const { number } = await aProblem({
      title: 'Inskannade akter som ingen ser',
      status: 'proposed',
      needIds: [secret.id],
    })
    const open = await findSimilar(anonymous, query, 20)
    expect(open.map((one) => one.path)).not.toContain(secret.id)
    expect(open.map((one) => one.path)).not.toContain(String(number))
    expect((await findSimilar(secret.author, query, 20)).find((one) => one.id === secret.id)).toMatchObject({
      sharedByViewer: true,
    })
    const all = await findSimilar(await aCoordinator(), query, 20)
    expect(all.map((one) => one.path)).toEqual(expect.arrayContaining([secret.id, String(number)]))
  })
  test('a need is not like itself, and no words are like nothing', async () => {
    const need = await aNeed(scans)
    expect((await findSimilar(anonymous, { ...scans, exceptNeedId: need.id }, 20)).map((one) => one.id)).not.toContain(
      need.id,
    )
    expect(await findSimilar(anonymous, { title: ' ', description: '' }, 5)).toEqual([])
  })
})

describe('a snippet', () => {
  const marked = (parts: { text: string; marked: boolean }[]) =>
    parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')
  test('is the sentence that holds the heaviest terms', () => {
    const body = 'En mening. Här står akter och fritext. Slut.'
    expect(marked(snippet('T', body, [{ weight: 1, inText: [[20, 25, 'body']] }]))).toBe(
      'Här står [akter] och fritext.',
    )
  })
  test('is cut around the terms when the sentence is long', () => {
    const body = `${'ord '.repeat(80)}akter ${'ord '.repeat(80)}`
    const text = marked(snippet('T', body, [{ weight: 1, inText: [[320, 325, 'body']] }]))
    expect(text).toContain('[akter]')
    expect(text.length).toBeLessThan(260)
    expect(text.startsWith('… ')).toBe(true)
  })
  test('falls back on the title', () => {
    expect(marked(snippet('Inskannade akter', 'Annat.', [{ weight: 1, inText: [[0, 10, 'title']] }]))).toBe(
      '[Inskannade] akter',
    )
  })
})

describe('how alike it is, in words', () => {
  test.each([
    // One word in common, however rare, says little; two say more.
    { score: 0.9, length: 20, shared: 1, band: 'partly' },
    { score: 0.9, length: 20, shared: 2, band: 'alike' },
    { score: 0.9, length: 20, shared: 3, band: 'very' },
    // The same find as more is written: the score sinks, the words stay.
    { score: 0.62, length: 60, shared: 4, band: 'very' },
    { score: 0.45, length: 180, shared: 4, band: 'very' },
    { score: 0.31, length: 300, shared: 4, band: 'very' },
    { score: 0.31, length: 60, shared: 4, band: 'partly' },
    { score: 0.19, length: 2000, shared: 4, band: 'alike' },
    { score: 0.1, length: 2000, shared: Number.POSITIVE_INFINITY, band: 'partly' },
  ])('a score of $score for $length characters with $shared terms is $band', ({ score, length, shared, band }) => {
    expect(bandOfQuestion(score, length, shared)).toBe(band)
  })

  test('a single word in common is not shown unless it is what was asked for', async () => {
    await aNeed({
      title: 'Hydrologiska mätningar i sjöar',
      description: 'Vattennivåer mäts med givare som tappar kontakt.',
    })
    const found = (title: string) => findSimilar(anonymous, { title, description: '', kinds: ['need'] }, 5)
    expect((await found('Vattennivåer')).map((one) => [one.band, one.terms.length])).toEqual([['partly', 1]])
    expect(
      await found('Vi granskar bygglov, hyresavtal och elevers scheman vid höga vattennivåer hos grannkommunen'),
    ).toEqual([])
  })
})

test('needs near a problem are those like it that are not in it, and not those one may not see', async () => {
  const words = {
    title: 'Isproblem på skridskobanor',
    description: 'Isen på skridskobanorna spolas för hand varje natt.',
  }
  const inside = await aNeed(words)
  const problem = await aProblem({ title: 'Isen på skridskobanor', needIds: [inside.id] })
  const near = await aNeed({ ...words, title: 'Skridskobanor spolas för hand' })
  const elsewhere = await aNeed({ ...words, title: 'Isen på skridskobanorna mäts' })
  const other = await aProblem({ title: 'Mätningar', needIds: [elsewhere.id] })
  const proposed = await aNeed({ ...words, title: 'Spola isen på skridskobanor' })
  const query = {
    id: problem.id,
    title: 'Isen på skridskobanor',
    description: 'Isen på skridskobanorna spolas för hand.',
  }
  const shown = await listNear(await aCoordinator(), query, new Set([proposed.id]))
  expect(new Map(shown.map(({ id, problem: number }) => [id, number]))).toEqual(
    new Map([
      [near.id, null],
      [elsewhere.id, other.number],
    ]),
  )
})
