import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { duplicateLinks, needs } from '../../../db/schema/needs.ts'
import { problemNeeds, problems, suggestions } from '../../../db/schema/problems.ts'
import { setClock } from '../../../app/domain/clock.ts'
import { reviseNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { listInbox } from '../../../app/domain/problems/inbox-queries.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { listLedger } from '../../../app/domain/problems/ledger-queries.server.ts'
import {
  findProblem,
  listBuildableProblems,
  listProblems,
} from '../../../app/domain/problems/problem-queries.server.ts'
import { removeNeeds } from '../../../app/domain/problems/problem-commands.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import {
  acceptSuggestion,
  changeSuggestion,
  rejectSuggestion,
  undoSuggestion,
} from '../../../app/domain/problems/suggestion-commands.server.ts'
import { findProposals } from '../../../app/domain/problems/suggestion-finding.server.ts'
import type { ProposingEngine } from '../../../app/domain/problems/suggestion-hits.ts'
import { textId } from '../../../app/domain/problems/similarity-texts.ts'
import { loadMaterial } from '../../../app/domain/problems/suggestion-material.server.ts'
import { refreshSuggestions } from '../../../app/domain/problems/suggestion-making.server.ts'
import { componentsOf, fingerprintOf, fitOf, type Proposal } from '../../../app/domain/problems/suggestion.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { aProblem, must } from './problem-builders.ts'

const scans = [
  {
    title: 'Inskannade personakter går inte att söka i',
    description: 'Vi har inskannade akter i fritext som måste märkas upp för hand innan de går att söka i.',
  },
  {
    title: 'Inskannade bygglovshandlingar går inte att söka i',
    description: 'Våra inskannade handlingar är fritext. De måste märkas upp för hand innan någon kan söka i dem.',
  },
  {
    title: 'Inskannade detaljplaner måste märkas upp för hand',
    description: 'Inskannade planer går inte att söka i. Fritext måste märkas upp för hand.',
  },
]
const chargers = [
  {
    title: 'Laddstolpar räcker inte till bussarna',
    description: 'Våra elbussar laddas vid depån, och elnätet räcker inte när alla laddstolpar är i bruk samtidigt.',
  },
  {
    title: 'Elbussar väntar på laddstolpar vid depån',
    description: 'När alla elbussar laddas vid depån räcker inte elnätet till laddstolparna.',
  },
]

const snow = {
  title: 'Snödjup på gångbanor mäts för hand',
  description: 'Vaktmästaren mäter snödjup på gångbanor med tumstock och ringer in värdena till plogbilen.',
}

let clock = Date.parse('2026-05-01T08:00:00Z')
const tick = () => {
  clock += 60_000
  setClock(new Date(clock))
}
const open = (kind: Proposal['kind']) =>
  db
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.kind, kind), eq(suggestions.status, 'open')))
const eventCount = async () => (await db.select({ seq: events.seq }).from(events)).length

beforeAll(async () => {
  tick()
  // A machine that runs everything at once answers slowly, and still has to answer.
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
beforeEach(tick)
afterAll(async () => {
  setClock()
  await closeSimilarity()
})

test('a coordinator accepts, undoes, rejects and changes what the engine proposes', async () => {
  const actor = await aCoordinator()
  const members = [await aNeed(scans[0]), await aNeed(scans[1])]
  const { id: problemId, number } = await aProblem({
    title: 'Göra inskannade handlingar sökbara',
    needIds: members.map((need) => need.id),
  })
  const waiting = await aNeed(scans[2])
  const pair = [await aNeed(chargers[0]), await aNeed(chargers[1])]
  await refreshSuggestions()

  const [join] = await open('join')
  expect(join).toMatchObject({ leadNeedId: waiting.id, problemId, needIds: [waiting.id] })
  expect(must(join).reasons.length).toBeGreaterThan(0)
  const [created] = await open('new')
  expect(must(created).needIds.slice().sort()).toEqual(pair.map((need) => need.id).sort())
  // Three needs wait on two rows: those that look like one problem stand together.
  expect(await listInbox(actor, { now: new Date(clock) })).toMatchObject({
    total: 2,
    counts: { all: 3, join: 1, new: 2, none: 0 },
    recent: 3,
    older: 0,
    suggested: 3,
  })

  // Accepting is one event, and undoing it is one more; the suggestion is open again.
  const before = await eventCount()
  expect(await acceptSuggestion(actor, must(join).id)).toMatchObject({ kind: 'join', problemId })
  expect(await eventCount()).toBe(before + 1)
  await expect(acceptSuggestion(actor, must(join).id)).rejects.toMatchObject({ code: 'suggestionAnswered' })
  await undoSuggestion(actor, must(join).id)
  expect(await eventCount()).toBe(before + 2)
  expect(await db.select().from(problemNeeds).where(eq(problemNeeds.needId, waiting.id))).toEqual([])

  // Whoever takes back a yes has not said no: the suggestion stays, and the ledger says what happened.
  await refreshSuggestions()
  expect((await open('join')).map((row) => row.id)).toEqual([must(join).id])
  expect(await listLedger(actor, problemId)).toMatchObject([
    { entry: 'removed', undo: true, suggested: false },
    { entry: 'added', undo: false, suggested: true },
    { entry: 'created', undo: false, suggested: false },
  ])

  // What somebody took out by hand is not proposed again, and comes back when its words change.
  await acceptSuggestion(actor, must(join).id)
  await removeNeeds(actor, problemId, [waiting.id], 'Hör inte hit.')
  await refreshSuggestions()
  expect(await open('join')).toEqual([])
  tick()
  await reviseNeed(
    waiting.author,
    waiting.id,
    { description: `${must(scans[2]).description} Det gäller alla planer.` },
    'Tydligare',
    1,
  )
  await refreshSuggestions()
  const [again] = await open('join')
  expect(again).toMatchObject({ leadNeedId: waiting.id })

  // Rejected stays rejected until something changes.
  await rejectSuggestion(actor, must(again).id)
  await refreshSuggestions()
  expect(await open('join')).toEqual([])
  await undoSuggestion(actor, must(again).id)
  expect(await open('join')).toHaveLength(1)

  // Changed: the new problem gets another name and fewer needs.
  const third = await aProblem({ title: 'Något helt annat' })
  await changeSuggestion(actor, must(again).id, { problemId: third.id })
  expect(await db.select().from(problemNeeds).where(eq(problemNeeds.needId, waiting.id))).toMatchObject([
    { problemId: third.id },
  ])
  const made = await changeSuggestion(actor, must(created).id, { title: 'Ladda bussar utan att elnätet tar slut' })
  const [problem] = await db
    .select()
    .from(problems)
    .where(eq(problems.id, must(made.problemId)))
  expect(problem).toMatchObject({ title: 'Ladda bussar utan att elnätet tar slut', status: 'open', demand: 2 })
  expect(must(problem).number).toBeGreaterThan(number)
  await undoSuggestion(actor, must(created).id)
  const [emptied] = await db
    .select()
    .from(problems)
    .where(eq(problems.id, must(made.problemId)))
  expect(emptied).toMatchObject({ status: 'undone', needCount: 0 })
  // It is in no list and no choice any more; its ledger is found by its number, by coordinators alone.
  expect((await listBuildableProblems(actor)).map((one) => one.number)).not.toContain(must(emptied).number)
  expect((await listProblems(actor, {})).rows.map((one) => one.number)).not.toContain(must(emptied).number)
  expect(await findProblem(actor, must(emptied).number)).toMatchObject({ status: 'undone' })
  expect(await findProblem(anonymous, must(emptied).number)).toBeUndefined()
  await refreshSuggestions()
  expect((await open('new')).map((row) => row.id)).toEqual([must(created).id])

  // An undo that would take away what somebody has done since is refused.
  await acceptSuggestion(actor, must(created).id)
  const [remade] = await db
    .select()
    .from(suggestions)
    .where(eq(suggestions.id, must(created).id))
  await removeNeeds(actor, (must(remade).undo as { problemId: string }).problemId, [must(pair[0]).id], '')
  await expect(undoSuggestion(actor, must(created).id)).rejects.toMatchObject({ code: 'suggestionNotUndoable' })
})

test('the same organisation saying it twice looks like a duplicate, and the link can be undone', async () => {
  const organisation = await anOrganisation()
  const author = await aRepresentative(organisation.id)
  const words = {
    title: 'Dialekter i inspelade samtal känns inte igen',
    description: 'Talmodeller förstår inte våra dialekter i inspelade samtal från medborgarkontoret.',
  }
  const first = await aNeed({ ...words, organisationId: organisation.id, author })
  tick()
  const second = await aNeed({
    ...words,
    title: 'Dialekterna i inspelade samtal känns inte igen av modellen',
    organisationId: organisation.id,
    author,
  })
  await refreshSuggestions()
  const duplicate = (await open('duplicate')).find((row) => row.leadNeedId === second.id)
  expect(duplicate).toMatchObject({ otherId: first.id })
  const actor = await aCoordinator()
  await acceptSuggestion(actor, must(duplicate).id)
  expect(await db.select().from(duplicateLinks).where(eq(duplicateLinks.needId, second.id))).toMatchObject([
    { originalId: first.id, undoneAt: null },
  ])
  await undoSuggestion(actor, must(duplicate).id)
  expect(
    (await db.select().from(duplicateLinks).where(eq(duplicateLinks.needId, second.id)))[0]?.undoneAt,
  ).not.toBeNull()
})

test('what no longer holds is closed, and answers to it are refused', async () => {
  const actor = await aCoordinator()
  const pair = [await aNeed(snow), await aNeed({ ...snow, title: 'Vi mäter snödjup på gångbanor för hand' })]
  await refreshSuggestions()
  const made = must(
    (await db.select().from(suggestions).where(eq(suggestions.status, 'open'))).find((row) =>
      row.needIds.includes(must(pair[0]).id),
    ),
  )
  await db
    .update(needs)
    .set({ status: 'withdrawn' })
    .where(eq(needs.id, must(pair[0]).id))
  await refreshSuggestions()
  await expect(acceptSuggestion(actor, made.id)).rejects.toMatchObject({ code: 'suggestionOutdated' })
  await expect(acceptSuggestion(must(pair[1]).author, made.id)).rejects.toThrow('not permitted')
  await expect(acceptSuggestion(actor, 'nothing')).rejects.toThrow('not found')
})

describe('the rules of suggestions', () => {
  const proposal: Proposal = {
    kind: 'join',
    needs: [
      { id: 'b', version: 1 },
      { id: 'a', version: 2 },
    ],
    leadNeedId: 'a',
    problemId: 'p',
    otherId: null,
    title: '',
    score: 0.2,
    band: 'alike',
    reasons: [],
  }
  test('a fingerprint is the content: not the order, the score or the reasons', () => {
    expect(
      fingerprintOf({
        ...proposal,
        needs: [...proposal.needs].reverse(),
        score: 0.9,
        reasons: [{ term: 'x', weight: 1 }],
      }),
    ).toBe(fingerprintOf(proposal))
    for (const other of [
      { problemId: 'q' },
      { needs: [{ id: 'a', version: 2 }] },
      {
        needs: [
          { id: 'b', version: 1 },
          { id: 'a', version: 3 },
        ],
      },
      { kind: 'new' as const },
    ])
      expect(fingerprintOf({ ...proposal, ...other })).not.toBe(fingerprintOf(proposal))
  })
  test.each([
    [0, [], 0],
    [0.3, [0.1], 0.24],
    [0, [0.2], 0.12],
    [0, [0.3, 0.2, 0.1, 0.1], 0.36],
  ])('the fit of %d and %j is %d', (direct, members, expected) => expect(fitOf(direct, members)).toBeCloseTo(expected))
  test('parts are what hangs together, largest first', () =>
    expect(
      componentsOf(
        ['a', 'b', 'c', 'd'],
        [
          ['b', 'c'],
          ['d', 'c'],
          ['x', 'a'],
        ],
      ),
    ).toEqual([['b', 'c', 'd'], ['a']]))
})

test('needs that plainly hang together are one new problem, though each is somewhat like a problem that there is', async () => {
  const [waiting, problem] = [[await aNeed(), await aNeed(), await aNeed()], await aProblem()]
  const material = {
    ...(await loadMaterial()),
    waiting: (await loadMaterial()).waiting.filter(({ id }) => waiting.some((need) => need.id === id)),
  }
  const proposed = async (strength: number, fit: number) => {
    const engine = {
      similarInBackground: async () => [
        { id: textId('problem', problem.id), score: fit / 0.6, kind: 'problem', band: 'alike', why: [] },
      ],
      group: async () => [
        {
          id: 'g',
          members: waiting.map((need) => ({ id: textId('need', need.id), strength })),
          label: [],
          why: ['klor', 'bassäng'].map((term) => ({ term, weight: 1, members: 3 })),
        },
      ],
    } as unknown as ProposingEngine
    const proposals = await findProposals(engine, material, 0.5)
    return proposals.flatMap(({ kind, needs }) => (needs.length > 0 ? [[kind, needs.length]] : []))
  }
  const joins = [
    ['join', 1],
    ['join', 1],
    ['join', 1],
  ]
  expect(await proposed(0.45, 0.25)).toEqual([['new', 3]])
  // What hangs together loosely, or is very like a problem, belongs to the problem.
  expect(await proposed(0.2, 0.25)).toEqual(joins)
  expect(await proposed(0.45, 0.5)).toEqual(joins)
})
