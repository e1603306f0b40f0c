import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { findEngineFacts } from '../../../app/domain/problems/engine-queries.server.ts'
import { inboxOrder } from '../../../app/domain/problems/inbox-order.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { DEFAULT_STRICTNESS, problemFloor } from '../../../app/similarity/problem-floor.ts'
import { setStrictness } from '../../../app/domain/problems/strictness-commands.server.ts'
import { previewStrictness } from '../../../app/domain/problems/strictness-preview.server.ts'
import { strictnessNow } from '../../../app/domain/problems/strictness-queries.server.ts'
import { commonLikeness, floorAt, strictnessInUse, strictnessLearnt } from '../../../app/domain/problems/strictness.ts'
import {
  acceptSuggestion,
  rejectSuggestion,
  undoSuggestion,
} from '../../../app/domain/problems/suggestion-commands.server.ts'
import { refreshSuggestions } from '../../../app/domain/problems/suggestion-making.server.ts'
import { likenessFloors } from '../../../app/domain/problems/suggestion.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { must } from './problem-builders.ts'

const ice = [
  {
    title: 'Isläget på badsjöar rapporteras per telefon',
    description: 'Fritidskontoret ringer runt om isläget på badsjöar och skriver tjockleken på en lapp.',
  },
  {
    title: 'Vi mäter isläget på badsjöar och ringer in tjockleken',
    description: 'Isläget på badsjöar mäts med borr, och tjockleken rings in till fritidskontoret.',
  },
  {
    title: 'Isläget på våra badsjöar saknas på kartan',
    description: 'Tjockleken och isläget på badsjöar finns på lappar hos fritidskontoret.',
  },
]

/** Said twice by one organisation, in rather different words. */
const bicycles = [
  {
    title: 'Cykelvägar ritas in för hand på papperskartor',
    description: 'Gatukontoret ritar nya cykelvägar med tusch, och kartorna blir gamla innan de är tryckta.',
  },
  {
    title: 'Papperskartor över cykelvägar blir snabbt gamla',
    description: 'Nya cykelvägar saknas på kartorna som turistbyrån delar ut.',
  },
]

const open = () => db.select().from(suggestions).where(eq(suggestions.status, 'open'))

beforeAll(async () => {
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
afterAll(closeSimilarity)

test('what people answer moves the strictness, within bounds, and what is taken back teaches nothing', () => {
  const answers = (status: 'accepted' | 'rejected' | 'changed', count: number, score: number) =>
    Array.from({ length: count }, () => ({ kind: 'join' as const, status, score }))
  const start = strictnessLearnt([])
  expect(start).toBeCloseTo(0.5)
  expect(strictnessLearnt(answers('rejected', 12, 0.22))).toBeGreaterThan(start)
  expect(strictnessLearnt(answers('accepted', 12, 0.21))).toBeLessThanOrEqual(start)
  expect(strictnessLearnt(answers('changed', 50, 0.22))).toBeCloseTo(start)
  expect(strictnessLearnt(answers('rejected', 5000, 0.9))).toBeLessThanOrEqual(0.8)
  // A split is about what people have confirmed: no answer to one loosens or tightens the others.
  expect(strictnessLearnt([{ kind: 'split', status: 'rejected', score: 0.5 }])).toBeCloseTo(start)
})

test('at the default strictness every floor is the measured one, and each kind stands at it alike', () => {
  for (const kind of ['join', 'duplicate', 'merge', 'resource'] as const) {
    expect(floorAt(kind, 0.5)).toBeCloseTo(likenessFloors[kind])
    expect(floorAt(kind, 0.7)).toBeGreaterThan(likenessFloors[kind])
    expect(commonLikeness(kind, likenessFloors[kind])).toBeCloseTo(problemFloor(DEFAULT_STRICTNESS))
  }
  expect(strictnessInUse(0.8, 0.3)).toBe(0.9)
  expect(strictnessInUse(0.2, -0.3)).toBe(0.1)
})

test('the inbox asks the oldest day first, and of one day what is hardest to tell', () => {
  const need = (id: string, day: number, reopened?: number) => ({
    id,
    submittedAt: new Date(Date.UTC(2026, 2, day, 9)),
    reopenedAt: reopened === undefined ? null : new Date(Date.UTC(2026, 2, reopened, 9)),
  })
  const suggestions = new Map([
    ['sure', { kind: 'join' as const, score: 0.4 }],
    ['doubtful', { kind: 'join' as const, score: 0.21 }],
    ['later', { kind: 'duplicate' as const, score: 0.31 }],
  ])
  const given = [need('none', 1), need('sure', 1), need('doubtful', 1), need('later', 2), need('back', 1, 3)]
  expect(inboxOrder(given, suggestions, 0.5).map(({ id }) => id)).toEqual(['doubtful', 'sure', 'none', 'later', 'back'])
  expect(inboxOrder(given, suggestions, 0.9).map(({ id }) => id)).toEqual(['sure', 'doubtful', 'none', 'later', 'back'])
})

test('a rejected group does not come back in smaller parts, and an answer taken back is as if it had not been', async () => {
  const actor = await aCoordinator()
  const made = []
  for (const words of ice) made.push(await aNeed(words))
  await refreshSuggestions()
  const first = must((await open()).find((row) => row.kind === 'new'))
  expect(first.needIds).toHaveLength(3)

  // Another need of the kind: the suggestion changes, the group is the same.
  const fourth = await aNeed({ ...must(ice[0]), title: 'Isläget på badsjöar rings in av vaktmästaren' })
  await refreshSuggestions()
  const second = must((await open()).find((row) => row.kind === 'new'))
  expect(second.id).not.toBe(first.id)
  expect(second.needIds).toContain(fourth.id)
  expect(second.groupId).toBe(first.groupId)

  await rejectSuggestion(actor, second.id)
  expect((await strictnessNow()).learnt).not.toBeLessThan(0.5)
  await setStrictness(actor, { offset: 0.1, reason: 'För många förslag' })
  await refreshSuggestions()
  expect((await open()).filter((row) => row.kind === 'new')).toEqual([])
  await setStrictness(actor, { offset: 0, reason: 'Som det var' })

  await undoSuggestion(actor, second.id)
  await refreshSuggestions()
  expect((await open()).filter((row) => row.kind === 'new').map((row) => row.id)).toEqual([second.id])
  // The first grouping starts the threads, which a busy machine takes its time for.
}, 90_000)

test('a coordinator sees what another strictness would change, sets it with a reason, and it is used', async () => {
  const actor = await aCoordinator()
  const somebody = await aRepresentative((await anOrganisation()).id)
  const organisation = await anOrganisation()
  for (const words of bicycles) await aNeed({ ...words, organisationId: organisation.id })
  await refreshSuggestions()
  const before = (await open()).length
  expect(before).toBeGreaterThan(0)
  expect(await previewStrictness(somebody, 0.9)).toBeUndefined()

  const same = must(await previewStrictness(actor, (await strictnessNow()).inUse))
  expect(same).toMatchObject({ stay: before, appear: { count: 0 }, disappear: { count: 0 }, change: { count: 0 } })
  const strict = must(await previewStrictness(actor, 0.9))
  expect(strict.disappear).toMatchObject({
    count: 1,
    byKind: { duplicate: 1 },
    examples: [{ title: bicycles[1]?.title, other: bicycles[0]?.title, needCount: 2 }],
  })
  expect((await open()).length).toBe(before)

  await expect(setStrictness(somebody, { offset: 0.1, reason: 'Nej' })).rejects.toThrow('not permitted')
  await expect(setStrictness(actor, { offset: 0.5, reason: 'Mycket' })).rejects.toMatchObject({
    code: 'strictnessOutOfBounds',
  })
  await expect(setStrictness(actor, { offset: 0.1, reason: ' ' })).rejects.toMatchObject({
    code: 'strictnessReasonMissing',
  })
  await setStrictness(actor, { offset: 0.3, reason: 'För många förslag som inte håller' })
  const [event] = await db.select().from(events).orderBy(desc(events.seq)).limit(1)
  expect(event).toMatchObject({
    verb: 'engine.strictnessSet',
    actorId: actor.id,
    change: { before: 0, after: 0.3, reason: 'För många förslag som inte håller' },
  })
  const now = await strictnessNow()
  expect(now.setting).toMatchObject({ reason: 'För många förslag som inte håller', by: actor.name })
  expect(now.inUse).toBeCloseTo(now.learnt + 0.3)
  const preview = must(await previewStrictness(actor, now.inUse))
  await refreshSuggestions()
  expect((await open()).length).toBe(preview.stay + preview.appear.count + preview.change.count)
  await setStrictness(actor, { offset: 0, reason: 'Åter' })
})

test('everyone may know how the engine stands and how its suggestions were received', async () => {
  const actor = await aCoordinator()
  await refreshSuggestions()
  const suggestion = must((await open()).find((row) => row.kind === 'new'))
  const before = must(await findEngineFacts(anonymous))
  await acceptSuggestion(actor, suggestion.id)
  const after = must(await findEngineFacts(anonymous))
  expect(after.suggestions.ever.byKind.new.accepted).toBe(before.suggestions.ever.byKind.new.accepted + 1)
  expect(after.suggestions.recent.all.shareAccepted).toBeGreaterThan(0)
  expect(after.texts.need).toBeGreaterThanOrEqual(4)
  expect(after.terms.builtIn).toBeGreaterThan(400)
  expect(after.freshness.latest).toBeGreaterThan(after.freshness.seen)
  expect(after.filling).toBeUndefined()
  expect(after.grouped.map(({ level }) => level)).toEqual(['problem'])
})
