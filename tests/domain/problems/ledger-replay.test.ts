import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { ledger, problemEndorsements, problemNeeds, problems } from '../../../db/schema/problems.ts'
import { setClock } from '../../../app/domain/clock.ts'
import { replay } from '../../../app/domain/problems/ledger.ts'
import {
  addNeeds,
  createProblem,
  endorseProblem,
  mergeProblems,
  moveNeeds,
  removeNeeds,
  splitProblem,
  unmergeProblem,
  withdrawProblemEndorsement,
} from '../../../app/domain/problems/problem-commands.server.ts'
import { Refusal } from '../../../app/domain/refusal.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aSubmittedNeed, must } from './problem-builders.ts'

const act = fc.record({
  kind: fc.constantFrom('add', 'remove', 'move', 'merge', 'unmerge', 'split', 'share', 'deny', 'unshare'),
  a: fc.nat(20),
  b: fc.nat(20),
  needs: fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }),
})

async function current() {
  const state = new Map<string, { members: string[]; shares: string[]; denies: string[] }>()
  for (const { id } of await db.select({ id: problems.id }).from(problems)) {
    const members = await db
      .select({ id: problemNeeds.needId })
      .from(problemNeeds)
      .where(eq(problemNeeds.problemId, id))
    const shares = await db
      .select({ id: problemEndorsements.organisationId, answer: problemEndorsements.answer })
      .from(problemEndorsements)
      .where(eq(problemEndorsements.problemId, id))
    const saying = (answer: 'shares' | 'does_not') =>
      shares
        .filter((row) => row.answer === answer)
        .map((row) => row.id)
        .sort()
    state.set(id, {
      members: members.map((row) => row.id).sort(),
      shares: saying('shares'),
      denies: saying('does_not'),
    })
  }
  return state
}

async function replayed(until: Date) {
  const state = new Map<string, { members: string[]; shares: string[]; denies: string[] }>()
  for (const { id } of await db.select({ id: problems.id }).from(problems)) {
    const entries = await db.select().from(ledger).where(eq(ledger.problemId, id)).orderBy(asc(ledger.seq))
    const then = replay(entries, until)
    if (then)
      state.set(id, {
        members: [...then.needIds].sort(),
        shares: [...then.sharedBy].sort(),
        denies: [...then.deniedBy].sort(),
      })
  }
  return state
}

test('replaying the ledgers gives the members at every instant, whatever was done', async () => {
  let tick = Date.parse('2030-01-01T00:00:00Z')
  const next = () => {
    tick += 60_000
    return tick
  }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      setClock(new Date(next()))
      const actor = await aCoordinator()
      const organisation = await anOrganisation()
      const representative = await aRepresentative(organisation.id)
      const needIds: string[] = []
      for (let at = 0; at < 8; at++) needIds.push((await aSubmittedNeed()).id)
      const made: string[] = []
      for (const some of [needIds.slice(0, 3), needIds.slice(3, 6)])
        made.push((await createProblem(actor, { title: 'P', description: '', needIds: some })).id)
      const history: { at: Date; state: Awaited<ReturnType<typeof current>> }[] = []
      for (const { kind, a, b, needs: chosen } of acts) {
        setClock(new Date(next()))
        const one = must(made[a % made.length])
        const two = must(made[b % made.length])
        const ids = [...new Set(chosen.map((index) => must(needIds[index])))]
        const did = {
          add: () => addNeeds(actor, one, ids, ''),
          remove: () => removeNeeds(actor, one, ids, ''),
          move: () => moveNeeds(actor, one, two, ids, ''),
          merge: () => mergeProblems(actor, one, two, ''),
          unmerge: () => unmergeProblem(actor, one, ''),
          split: async () =>
            void made.push((await splitProblem(actor, one, { title: 'S', needIds: ids, reason: '' })).id),
          share: () =>
            endorseProblem(representative, one, { organisationId: organisation.id, answer: 'shares', comment: '' }),
          deny: () =>
            endorseProblem(representative, one, { organisationId: organisation.id, answer: 'does_not', comment: '' }),
          unshare: () => withdrawProblemEndorsement(representative, one, organisation.id),
        }[kind]
        await did().catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        history.push({ at: new Date(tick), state: await current() })
      }
      for (const { at, state } of history) {
        const then = await replayed(at)
        for (const [id, now] of state) expect(then.get(id)).toEqual(now)
      }
    }),
    { numRuns: 15 },
  )
  setClock()
}, 60_000)
