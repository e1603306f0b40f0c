import { describe, expect, test } from 'vitest'
import { networkOverview, organisationOverview } from '../../../app/domain/overview/organisation-overview.server.ts'
import { disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { referNeed } from '../../../app/domain/needs/referral-commands.server.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { addNeeds, createProblem, parkProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { aCoordinator, aNetwork, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aRound } from '../../support/builders-rounds.ts'

const storyOf = async (viewer: Viewer, organisation: { key: string }) =>
  (await organisationOverview(viewer, organisation.key))?.story ?? undefined

describe('the line of an organisation', () => {
  test('the same thing done on one day is one station; a problem says how many of the needs are in it', async () => {
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id)
    const own = [
      await aNeed({ organisationId: organisation.id, author }),
      await aNeed({ organisationId: organisation.id, author }),
    ]
    const needIds = own.map((need) => need.id)
    const coordinator = await aCoordinator()
    const { id, number } = await createProblem(coordinator, { title: 'Ett', description: '', needIds })
    await parkProblem(coordinator, id, { reason: 'Lagen dröjer.', wakeOn: '2031-01-01', wakeWhen: '' })
    const story = await storyOf(anonymous, organisation)
    expect(story?.stations).toMatchObject([
      { kind: 'acts', act: 'submitted', count: 2, orMore: false },
      { kind: 'gathered', needs: 2, problem: { number } },
      { kind: 'parked', reason: 'Lagen dröjer.', about: [{ number, needs: 2 }] },
      { kind: 'wakes', ahead: true, at: '2031-01-01', about: [{ number, needs: 2 }] },
    ])
  })

  test('what was done to a problem before the need came is told from when it came', async () => {
    const coordinator = await aCoordinator()
    const round = await aRound({ status: 'published' })
    const organisation = await anOrganisation()
    const late = await aNeed({ organisationId: organisation.id })
    await addNeeds(coordinator, round.problems[0]?.id as string, [late.id], 'Samma sak.')
    const stations = (await storyOf(anonymous, organisation))?.stations ?? []
    const gathered = stations.find((station) => station.kind === 'gathered')
    const ranked = stations.find((station) => station.kind === 'ranked')
    expect(gathered?.at).toBeInstanceOf(Date)
    expect(ranked?.at).toEqual(gathered?.at)
  })

  test('a round that goes on is one station of all its problems, and says no more', async () => {
    const coordinator = await aCoordinator()
    const round = await aRound({ status: 'open' })
    const organisation = await anOrganisation()
    for (const problem of round.problems)
      await addNeeds(coordinator, problem.id, [(await aNeed({ organisationId: organisation.id })).id], 'Samma sak.')
    const assessing = (await storyOf(anonymous, organisation))?.stations.filter(({ kind }) => kind === 'assessing')
    expect(assessing).toMatchObject([{ round: null }])
    expect(assessing?.[0]?.about).toHaveLength(round.problems.length)
  })

  test('what one may not see is not in it', async () => {
    const organisation = await anOrganisation()
    const hidden = await aNeed({ organisationId: organisation.id, confidentiality: 2 })
    const coordinator = await aCoordinator()
    await createProblem(coordinator, { title: 'Dolt', description: '', needIds: [hidden.id, (await aNeed()).id] })
    expect(await storyOf(anonymous, organisation)).toEqual({ stations: [], earlier: 0 })
    expect((await storyOf(hidden.author, organisation))?.stations.map(({ kind }) => kind)).toContain('gathered')
  })

  test('a proposed problem is told to coordinators alone', async () => {
    const organisation = await anOrganisation()
    const { id } = await aNeed({ organisationId: organisation.id })
    const coordinator = await aCoordinator()
    await createProblem(coordinator, { title: 'Förslag', description: '', needIds: [id], status: 'proposed' })
    const kinds = (await storyOf(anonymous, organisation))?.stations.map(({ kind }) => kind)
    expect(kinds).toEqual(['acts'])
    expect((await storyOf(coordinator, organisation))?.stations.map(({ kind }) => kind)).toContain('gathered')
  })

  test('an answered need waits for nothing', async () => {
    const organisation = await anOrganisation()
    const { id } = await aNeed({ organisationId: organisation.id })
    await referNeed(await aCoordinator(), id, { kind: 'guidance', answer: 'Börja här.' })
    expect((await storyOf(anonymous, organisation))?.stations).toMatchObject([
      { kind: 'acts', act: 'submitted' },
      { kind: 'acts', act: 'referred', count: 1 },
    ])
  })

  test('only the latest is told, and how much is not', async () => {
    const organisation = await anOrganisation()
    const coordinator = await aCoordinator()
    for (let time = 0; time < 12; time++) {
      const { id } = await aNeed({ organisationId: organisation.id })
      await createProblem(coordinator, { title: `Problem ${time}`, description: '', needIds: [id] })
    }
    const story = await storyOf(anonymous, organisation)
    expect(story?.stations.filter(({ ahead }) => !ahead)).toHaveLength(10)
    expect(story?.stations.filter(({ ahead }) => ahead)).toHaveLength(6)
    expect(story?.earlier).toBe(3)
  })
})

describe('the line of a network', () => {
  test('tells what the organisations said and what they are still asked', async () => {
    const network = await aNetwork()
    const [first] = [await aRelayedNeed({ networkId: network.id }), await aRelayedNeed({ networkId: network.id })]
    await disownRelayedNeed(first.author, first.id, 'Inte vårt.')
    expect((await networkOverview(anonymous, network.key))?.story?.stations).toMatchObject([
      { kind: 'acts', act: 'submitted', count: 2 },
      { kind: 'acts', act: 'disowned', count: 1, needs: [{ id: first.id }] },
      { kind: 'confirmationsDue', count: 1 },
      { kind: 'answersDue', count: 1 },
    ])
    expect((await networkOverview(anonymous, network.key, { page: 2 }))?.story).toBeNull()
  })
})
