import { describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import { linkDuplicate } from '../../../app/domain/needs/duplicate-commands.server.ts'
import { endorseNeed, withdrawEndorsement } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { acknowledgeNeed, reopenNeed, withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { referNeed, replyToReferral } from '../../../app/domain/needs/referral-commands.server.ts'
import { listNeedVersions } from '../../../app/domain/needs/need-detail-queries.server.ts'
import { findNeedPage } from '../../../app/domain/needs/need-page.server.ts'
import { confirmRelayedNeed, updateRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import {
  closeRound,
  finishAssessment,
  openRound,
  publishRound,
  revealRound,
  saveAssessment,
} from '../../../app/domain/priorities/round-commands.server.ts'
import {
  addNeeds,
  createProblem,
  mergeProblems,
  moveNeeds,
  parkProblem,
  removeNeeds,
} from '../../../app/domain/problems/problem-commands.server.ts'
import { needAnswer } from '../../../app/domain/timeline/need-answer.ts'
import { needLines } from '../../../app/domain/timeline/need-lines.server.ts'
import { needStory } from '../../../app/domain/timeline/need-story.server.ts'
import { problemStory } from '../../../app/domain/timeline/problem-story.server.ts'
import type { ProblemReference, Station } from '../../../app/domain/timeline/station.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative } from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource } from '../../support/builders-needs.ts'
import { aRound, scoresOf } from '../../support/builders-rounds.ts'
import { aDecision, aMeeting } from '../committee/committee-builders.ts'

const kinds = (story: { stations: { kind: string }[] } | undefined) => story?.stations.map((station) => station.kind)

describe('a need on its way', () => {
  test('just submitted: the line ahead says when the answer comes', async () => {
    const { id } = await aNeed()
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['submitted', 'answerDue'])
    expect(story?.answer.kind).toBe('received')
    expect(story?.stations[1]).toMatchObject({ ahead: true, overdue: false })
  })

  test('relayed: waits for its organisation, which is told to act', async () => {
    const { id, author } = await aRelayedNeed({ reference: 'SKR-14' })
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['relayed', 'awaitsConfirmation', 'answerDue'])
    expect(story).toMatchObject({ answer: { kind: 'unconfirmed' }, todo: 'confirm' })
    await confirmRelayedNeed(author, id)
    expect(await needStory(author, id)).toMatchObject({ todo: null, answer: { kind: 'received' } })
  })

  test('changed in the network’s list: that is told of the network', async () => {
    const { id, networkCoordinator } = await aRelayedNeed({})
    await updateRelayedNeed(networkCoordinator, id, { affected: 'Alla' }, { reason: 'Ny lista' })
    const told = (await needStory(anonymous, id))?.stations.find((station) => station.kind === 'revisedByNetwork')
    expect(told).toMatchObject({ version: 2, network: { name: expect.any(String) }, by: null })
    const versions = await listNeedVersions(anonymous, id)
    const network = versions?.need.network?.name
    expect(versions?.versions.map(({ by }) => by.name)).toEqual([network, network])
  })

  test('taken back by the network: that is told of the network, also for people of the organisation', async () => {
    const { id, author, networkCoordinator } = await aRelayedNeed({})
    await withdrawNeed(networkCoordinator, id, 'Fel lista.')
    const story = await needStory(author, id)
    expect(kinds(story)).toEqual(['relayed', 'withdrawnByNetwork'])
    expect(story?.stations[1]).toMatchObject({ network: { name: expect.any(String) }, reason: 'Fel lista.', by: null })
    expect((await findNeedPage(author, id, new Date()))?.need.takenBackByNetwork).toBe(true)
    await reopenNeed(author, id, 'Det är vårt.')
    await withdrawNeed(author, id, 'Löst.')
    expect((await needStory(author, id))?.stations.at(-1)).toMatchObject({ kind: 'withdrawn', by: author.name })
    expect((await findNeedPage(author, id, new Date()))?.need.takenBackByNetwork).toBe(false)
  })

  test('people of the organisation are named only for those who may know who they are', async () => {
    const { id, author } = await aNeed()
    expect((await needStory(anonymous, id))?.stations[0]).toMatchObject({ by: null })
    expect((await needStory(author, id))?.stations[0]).toMatchObject({ by: author.name })
  })

  test('those who come to share it are one station; who has changed their mind is not in it', async () => {
    const { id } = await aNeed()
    for (const name of ['Askoga', 'Bergsvik', 'Cederby']) {
      const organisation = await anOrganisation({ name })
      const person = await aRepresentative(organisation.id)
      await endorseNeed(person, id, { organisationId: organisation.id, comment: '' })
      if (name === 'Bergsvik') await withdrawEndorsement(person, id, organisation.id)
    }
    const shared = (await needStory(anonymous, id))?.stations.find((station) => station.kind === 'shared')
    expect(shared?.kind === 'shared' && shared.organisations.map((one) => one.name)).toEqual(['Askoga', 'Cederby'])
  })

  test('individual: answered with a resource, then the organisation is asked whether it helped', async () => {
    const { id, author } = await aNeed()
    const resource = await aResource()
    const coordinator = await aCoordinator()
    await acknowledgeNeed(coordinator, id)
    await referNeed(coordinator, id, { kind: 'guidance', resourceId: resource.id, answer: 'Börja här.' })
    const story = await needStory(author, id)
    expect(kinds(story)).toEqual(['submitted', 'acknowledged', 'referred', 'awaitsReply'])
    expect(story).toMatchObject({ answer: { kind: 'answered', resource: { name: resource.name } }, todo: 'reply' })
    await replyToReferral(author, id, { helped: true, reply: 'Tack!' })
    expect(kinds(await needStory(author, id))).toEqual(['submitted', 'acknowledged', 'referred', 'helped'])
  })

  test('answered without help: says so until there is another answer', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    await referNeed(coordinator, id, { kind: 'other', answer: 'Börja här.' })
    await replyToReferral(author, id, { helped: false, reply: 'Fullt.' })
    const story = await needStory(author, id)
    expect(story).toMatchObject({ answer: { kind: 'notHelped', due: expect.any(Date) }, todo: null })
    await referNeed(coordinator, id, { kind: 'other', answer: 'Ring oss.' })
    expect((await needStory(author, id))?.answer).toMatchObject({ kind: 'answered' })
  })

  test('withdrawn: the line ends, with the reason', async () => {
    const { id, author } = await aNeed()
    await withdrawNeed(author, id, 'Vi löste det själva.')
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['submitted', 'withdrawn'])
    expect(story?.stations[1]).toMatchObject({ reason: 'Vi löste det själva.' })
  })
})

describe('a need in shared problems', () => {
  test('placed, moved, merged and taken out, each with its reason', async () => {
    const { id } = await aNeed()
    const other = await aNeed()
    const coordinator = await aCoordinator()
    const first = await createProblem(coordinator, {
      title: 'Första',
      description: '',
      needIds: [id, other.id],
      reason: 'De hör ihop.',
    })
    const second = await createProblem(coordinator, { title: 'Andra', description: '', needIds: [(await aNeed()).id] })
    const third = await createProblem(coordinator, { title: 'Tredje', description: '', needIds: [(await aNeed()).id] })
    await moveNeeds(coordinator, first.id, second.id, [id], 'Passar bättre här.')
    await mergeProblems(coordinator, third.id, second.id, 'Samma sak.')
    await removeNeeds(coordinator, third.id, [id], 'Gäller något annat.')
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['submitted', 'placed', 'moved', 'moved', 'removed', 'answerDue'])
    expect(story?.stations.slice(1, 5)).toMatchObject([
      { reason: 'De hör ihop.', by: 'Ingrid Ståhl', problem: { number: first.number } },
      {
        how: 'moved',
        reason: 'Passar bättre här.',
        from: { number: first.number },
        // Nobody shares it today, but not because nobody has said so.
        problem: { number: second.number, merged: true },
      },
      { how: 'merged', reason: 'Samma sak.', problem: { number: third.number, merged: false } },
      { reason: 'Gäller något annat.', problem: { number: third.number } },
    ])
    expect(story?.answer.kind).toBe('acknowledged')
  })

  test('a proposed problem is in nobody’s story but the coordinator’s', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    await createProblem(coordinator, { title: 'Utkast', description: '', needIds: [id], status: 'proposed' })
    expect(kinds(await needStory(author, id))).not.toContain('placed')
    expect(kinds(await needStory(coordinator, id))).toContain('placed')
  })

  test('what happens to the problem after the need has left is not its story', async () => {
    const { id } = await aNeed()
    const coordinator = await aCoordinator()
    const problem = await createProblem(coordinator, {
      title: 'Ett',
      description: '',
      needIds: [id, (await aNeed()).id],
    })
    await removeNeeds(coordinator, problem.id, [id], 'Fel plats.')
    await parkProblem(coordinator, problem.id, { reason: 'Väntar.', wakeOn: '2027-03-01' })
    expect(kinds(await needStory(anonymous, id))).not.toContain('parked')
  })

  test('parked: the line ahead says when it is taken up', async () => {
    const { id } = await aNeed()
    const coordinator = await aCoordinator()
    const problem = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [id] })
    await parkProblem(coordinator, problem.id, { reason: 'Väntar på lagen.', wakeOn: '2027-03-01' })
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['submitted', 'placed', 'parked', 'wakes'])
    expect(story).toMatchObject({ answer: { kind: 'parked', wakeOn: '2027-03-01' } })
    expect(story?.stations[3]?.at).toBe('2027-03-01')
  })
})

describe('rounds in the story', () => {
  async function aNeedInARound(status: 'open' | 'revealed' | 'published') {
    const { id, author } = await aNeed()
    const round = await aRound({ status: 'draft' })
    const coordinator = round.coordinator
    const [problem] = round.problems
    await addNeeds(coordinator, (problem as { id: string }).id, [id], 'Hör hit.')
    await openRound(coordinator, round.id, { seed: 1 })
    for (const assessor of round.assessors) {
      for (const [at, one] of round.problems.entries())
        await saveAssessment(assessor, round.id, one.id, scoresOf(4 - at))
      await finishAssessment(assessor, round.id)
    }
    if (status !== 'open') await revealRound(coordinator, round.id)
    if (status === 'published') {
      await closeRound(coordinator, round.id)
      await publishRound(coordinator, round.id)
    }
    return { id, author, round, problem: problem as { id: string; number: number } }
  }

  test.each(['open', 'revealed'] as const)(
    '%s: the public learns that assessment goes on and nothing else',
    async (status) => {
      const { id, author, round } = await aNeedInARound(status)
      for (const viewer of [anonymous, author]) {
        const story = await needStory(viewer, id)
        expect(kinds(story)).toEqual(['submitted', 'placed', 'assessing', 'awaitsDecision', 'askedWhetherSolved'])
        expect(story?.stations[2]).toMatchObject({ round: null })
        expect(JSON.stringify(story)).not.toMatch(/"place"|"total"/)
      }
      const assessor = round.assessors[0] as typeof author
      expect(kinds(await needStory(assessor, id))).toContain(status === 'open' ? 'assessing' : 'ranked')
    },
  )

  test('published, parked by a decision and woken: its place waits for nothing any more', () => {
    const problem = { number: 1, title: 'Ett' } as ProblemReference
    const past = ['ranked', 'decided', 'woken'].map((kind) => ({
      kind,
      problem,
      place: 1,
      of: 3,
    })) as unknown as Station[]
    const answerOf = (stations: Station[]) =>
      needAnswer({
        need: { status: 'shared', relay: 'none', submittedAt: null, reopenedAt: null },
        now: new Date('2026-12-01T08:00:00Z'),
        past: stations,
        problems: [problem],
        statuses: new Map([[1, 'open']]),
      }).kind
    expect(answerOf(past.slice(0, 1))).toBe('ranked')
    expect(answerOf(past)).toBe('inProblem')
  })

  test('published: its place, of how many, and why', async () => {
    const { id, problem } = await aNeedInARound('published')
    const story = await needStory(anonymous, id)
    const ranked = story?.stations.find((station) => station.kind === 'ranked')
    expect(ranked).toMatchObject({ place: 1, of: 3, assessors: 3 })
    expect(ranked?.kind === 'ranked' && ranked.strongest.length).toBe(2)
    expect(story?.answer).toMatchObject({ kind: 'ranked', place: 1, of: 3 })
    const line = await problemStory(anonymous, problem.id)
    expect(line?.map((station) => station.kind)).toContain('ranked')
  })
})

describe('decisions in the story', () => {
  async function aDecidedNeed(given: Parameters<typeof aDecision>[0] = {}) {
    const held = await aMeeting()
    const problem = held.problems[0] as { id: string; number: number }
    const { id, author } = await aNeed()
    await addNeeds(held.coordinator, problem.id, [id], 'Hör hit.')
    const dissents = [{ personId: (held.members[1] as { id: string }).id, text: 'Vi borde vänta.' }]
    const decision = await recordDecision(
      held.coordinator,
      held.itemIds[0] as string,
      aDecision({ dissents, effectiveOn: '2099-01-01', reviewOn: '2099-06-01', neededMonths: 12, ...given }),
    )
    return { id, author, held, problem, registryNumber: decision.registryNumber }
  }

  test('points to what exists already', async () => {
    const resource = await aResource()
    const { id } = await aDecidedNeed({ type: 'existing_resource', resourceId: resource.id })
    const decided = (await needStory(anonymous, id))?.stations.find((station) => station.kind === 'decided')
    expect(decided).toMatchObject({ resource: { key: resource.key, name: resource.name } })
  })

  test('text, reasons, dissent and number; then what comes next with its dates', async () => {
    const { id, registryNumber } = await aDecidedNeed()
    const story = await needStory(anonymous, id)
    expect(kinds(story)).toEqual(['submitted', 'placed', 'decided', 'workBegins', 'review', 'askedWhetherSolved'])
    expect(story?.stations[2]).toMatchObject({
      registryNumber,
      dissents: 1,
      reasons: 'Många organisationer har behovet.',
      body: 'committee',
    })
    expect(story?.stations.slice(3).map((station) => station.at)).toEqual(['2099-01-01', '2099-06-01', null])
    expect(story?.answer).toMatchObject({ kind: 'decided', decision: { registryNumber } })
  })

  test('masked words are masked for the public', async () => {
    const { id, held } = await aDecidedNeed({
      reasons: 'Leverantören Acme har brister.',
      secretPassages: ['Acme'],
      secrecyProvision: '31 kap. 16 § OSL',
    })
    expect(JSON.stringify(await needStory(anonymous, id))).not.toContain('Acme')
    expect(JSON.stringify(await needStory(held.coordinator, id))).toContain('Acme')
  })

  test('a secret decision is not in the story at all', async () => {
    const { id, held } = await aDecidedNeed({ secret: true, secrecyProvision: '15 kap. 2 § OSL', title: 'Hemligt' })
    const story = await needStory(anonymous, id)
    expect(kinds(story)).not.toContain('decided')
    expect(JSON.stringify(story)).not.toContain('Hemligt')
    expect(kinds(await needStory(held.coordinator, id))).toContain('decided')
  })

  test('a need that came after the decision still reads it, dated when it came', async () => {
    const { problem, held } = await aDecidedNeed()
    const late = await aNeed()
    await addNeeds(held.coordinator, problem.id, [late.id], 'Samma sak.')
    expect(kinds(await needStory(anonymous, late.id))?.slice(0, 3)).toEqual(['submitted', 'placed', 'decided'])
  })
})

describe('what a viewer may not see', () => {
  test('a draft has no story, a hidden need none either', async () => {
    const draft = await aDraft()
    expect(await needStory(draft.author, draft.id)).toBeUndefined()
    const hidden = await aNeed({ confidentiality: 2 })
    expect(await needStory(anonymous, hidden.id)).toBeUndefined()
    expect(await needStory(await aPerson(), hidden.id)).toBeUndefined()
    expect(await needStory(hidden.author, hidden.id)).toBeDefined()
    expect(await needStory(anonymous, 'nothing')).toBeUndefined()
  })

  test('the title of a K2 need is in no other story', async () => {
    const hidden = await aNeed({ confidentiality: 2, title: 'Hemlig rubrik' })
    const open = await aNeed()
    const coordinator = await aCoordinator()
    const problem = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [hidden.id, open.id] })
    await linkDuplicate(coordinator, open.id, hidden.id, 'Samma sak')
    expect(JSON.stringify(await problemStory(anonymous, problem.id))).not.toContain('Hemlig')
    const story = await needStory(anonymous, open.id)
    expect(JSON.stringify(story)).not.toContain('Hemlig')
    expect(kinds(story)).not.toContain('duplicateOf')
    expect(await problemStory(anonymous, problem.id)).toMatchObject([{ kind: 'formed', needs: 1 }, {}, {}, {}])
    expect(kinds(await needStory(coordinator, open.id))).toContain('duplicateOf')
  })

  test('a proposed problem has no public story', async () => {
    const problem = await createProblem(await aCoordinator(), {
      title: 'Utkast',
      description: '',
      needIds: [(await aNeed()).id],
      status: 'proposed',
    })
    expect(await problemStory(anonymous, problem.id)).toBeUndefined()
  })
})

test('where needs are on the line, by the problem that has come furthest', async () => {
  const coordinator = await aCoordinator()
  const [alone, placed, gone] = [await aNeed(), await aNeed(), await aNeed()]
  const early = await createProblem(coordinator, { title: 'Tidigt', description: '', needIds: [placed.id] })
  const held = await aMeeting()
  await addNeeds(held.coordinator, (held.problems[0] as { id: string }).id, [placed.id], 'Också här.')
  await recordDecision(held.coordinator, held.itemIds[0] as string, aDecision())
  await withdrawNeed(gone.author, gone.id, 'Löst.')
  const listed = await db.select().from(needs)
  const lines = await needLines(anonymous, listed)
  expect(lines.get(alone.id)).toEqual({ place: 'submitted', problem: null })
  expect(lines.get(placed.id)).toMatchObject({
    place: 'decided',
    problem: { number: (held.problems[0] as { number: number }).number },
  })
  expect(early.number).toBeGreaterThan(0)
  expect(lines.get(gone.id)).toEqual({ place: 'withdrawn', problem: null })
})
