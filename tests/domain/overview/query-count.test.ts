import BetterSqlite from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { dialect } from '../../../db/client.ts'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { networkOverview, organisationOverview } from '../../../app/domain/overview/organisation-overview.server.ts'
import { representativeStart } from '../../../app/domain/overview/representative-start.server.ts'
import { workStart } from '../../../app/domain/overview/work-start.server.ts'
import { listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { createProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { needStory } from '../../../app/domain/timeline/need-story.server.ts'
import { aCoordinator, aNetwork, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'

/** Prepared statements are kept and used again, so that their runs are what is counted. */
const statement = Object.getPrototypeOf(new BetterSqlite(':memory:').prepare('select 1'))

/** How many queries are run while something is read. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const runs = (['all', 'get'] as const).map((method) => vi.spyOn(statement, method))
  await work()
  const count = runs.reduce((sum, run) => sum + run.mock.calls.length, 0)
  for (const run of runs) run.mockRestore()
  return count
}

describe.runIf(dialect === 'sqlite')('the number of queries does not grow with the rows', () => {
  test('of an organisation, a representative and their notices', async () => {
    const organisation = await anOrganisation()
    const person = await aRepresentative(organisation.id)
    const coordinator = await aCoordinator()
    const more = async () => {
      const own = await aNeed({ organisationId: organisation.id, author: person })
      const other = await aNeed()
      await endorseNeed(person, other.id, { organisationId: organisation.id, comment: '' })
      await createProblem(coordinator, { title: 'Ett', description: '', needIds: [own.id, other.id] })
    }
    const readings = [
      () => organisationOverview(anonymous, organisation.key),
      () => representativeStart(person),
      () => listNotices(person),
      () => workStart(coordinator),
    ]
    const count = async () => {
      const counts: number[] = []
      for (const reading of readings) counts.push(await queriesOf(reading))
      return counts
    }
    await more()
    const few = await count()
    for (let time = 0; time < 6; time++) await more()
    expect(await count()).toEqual(few)
    expect(Math.min(...few)).toBeGreaterThan(0)
  })

  test('of a network and its list', async () => {
    const network = await aNetwork()
    await aRelayedNeed({ networkId: network.id })
    const few = await queriesOf(() => networkOverview(anonymous, network.key))
    for (let time = 0; time < 6; time++) await aRelayedNeed({ networkId: network.id })
    expect(await queriesOf(() => networkOverview(anonymous, network.key))).toBe(few)
  })

  test('of a story that grows', async () => {
    const { id } = await aNeed()
    const share = async () => {
      const organisation = await anOrganisation()
      const person = await aRepresentative(organisation.id)
      await endorseNeed(person, id, { organisationId: organisation.id, comment: '' })
    }
    await share()
    const few = await queriesOf(() => needStory(anonymous, id))
    for (let time = 0; time < 6; time++) await share()
    expect(await queriesOf(() => needStory(anonymous, id))).toBe(few)
  })
})
