import { afterAll, expect, test, vi } from 'vitest'
import { db } from '../../../db/client.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { demandOf } from '../../../app/domain/problems/demand-view.server.ts'
import { listInbox } from '../../../app/domain/problems/inbox-queries.server.ts'
import { listLedger } from '../../../app/domain/problems/ledger-queries.server.ts'
import { listMembers } from '../../../app/domain/problems/member-queries.server.ts'
import { addNeeds, removeNeeds } from '../../../app/domain/problems/problem-commands.server.ts'
import { listProblems } from '../../../app/domain/problems/problem-queries.server.ts'
import { findSimilar } from '../../../app/domain/problems/similar-queries.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aProblem, aSubmittedNeed } from './problem-builders.ts'

afterAll(closeSimilarity)

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const spies = [vi.spyOn(db, 'select'), vi.spyOn(db, 'selectDistinct')]
  await work()
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return count
}

test('lists ask as many questions however many rows there are', async () => {
  const coordinator = await aCoordinator()
  // A machine that runs everything at once answers slowly, and still has to answer.
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
  const { id, actor } = await aProblem({ title: 'Dela data' })
  const wait = async (at: number) => {
    const need = await aSubmittedNeed({ title: `Dela data ${at}` })
    await db.insert(suggestions).values({
      kind: 'join',
      status: 'open',
      fingerprint: `test ${at}`,
      leadNeedId: need.id,
      needIds: [need.id],
      problemId: id,
      score: 0.3,
      band: 'very',
      reasons: [],
    })
  }
  const lists = {
    problems: () => listProblems(anonymous),
    ledger: () => listLedger(anonymous, id),
    members: () => listMembers(anonymous, id),
    demand: () => demandOf(anonymous, id),
    inbox: () => listInbox(coordinator, { now: new Date() }),
    similar: () => findSimilar(coordinator, { title: 'Dela data', description: '' }, 20),
  }
  const measure = async () => {
    const counts: Record<string, number> = {}
    for (const [name, list] of Object.entries(lists)) counts[name] = await queriesOf(list)
    return counts
  }
  const grow = async (at: number) => {
    const need = await aSubmittedNeed({ title: `Dela data igen ${at}` })
    await addNeeds(actor, id, [need.id], '')
    if (at % 2 === 0) await removeNeeds(actor, id, [need.id], '')
    await aProblem({ title: `Dela data ${at}` })
    await wait(at)
  }
  await grow(1)
  await measure()
  const before = await measure()
  for (let at = 2; at < 12; at++) await grow(at)
  await findSimilar(coordinator, { title: 'Dela data', description: '' }, 20)
  expect(await measure()).toEqual(before)
  for (const count of Object.values(before)) expect(count).toBeLessThan(20)
})
