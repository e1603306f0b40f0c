import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { setClock } from '../../../app/domain/clock.ts'
import { endorseNeed, withdrawEndorsement } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { reopenNeed, reviseNeed, withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { confirmRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { namesOf } from '../../../app/domain/organisations/organisation.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { demandOf, listStandings } from '../../../app/domain/problems/demand-view.server.ts'
import { instantOf } from '../../../app/domain/problems/instant.ts'
import {
  endorseProblem,
  mergeProblems,
  renameProblem,
  unmergeProblem,
  withdrawProblemEndorsement,
} from '../../../app/domain/problems/problem-commands.server.ts'
import { problemAsOf } from '../../../app/domain/problems/problem-as-of.server.ts'
import { anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aProblem, must } from './problem-builders.ts'

test('demand is by kind of organisation, and its parts add up to the whole', async () => {
  const core = await anOrganisation({ kind: 'state', seat: 'core', name: 'Tyst myndighet' })
  const region = await anOrganisation({ kind: 'region', name: 'Tyst region' })
  const ended = await anOrganisation({ kind: 'region', name: 'Förra regionen' })
  await db.update(organisations).set({ endedOn: '2020-12-31' }).where(eq(organisations.id, ended.id))
  await anOrganisation({ kind: 'state', name: 'Utanför kärnan' })
  const sharing = await Promise.all(
    (['state', 'region', 'municipality', 'company', 'university'] as const).map((kind) => anOrganisation({ kind })),
  )
  const needIds = []
  for (const { id } of sharing) needIds.push((await aNeed({ organisationId: id })).id)
  const { id } = await aProblem({ needIds })
  const { groups, total } = await demandOf(anonymous, id)
  expect(groups.map(({ kind, shares }) => [kind, shares])).toEqual([
    ['state', 1],
    ['region', 1],
    ['municipality', 1],
    ['other', 2],
  ])
  expect(groups.reduce((sum, group) => sum + group.shares, 0)).toBe(total)
  for (const group of groups) {
    expect(group.shares + group.unconfirmed + group.no + group.silent).toBe(group.of)
    expect(group.silentOnes).toHaveLength(group.silent)
  }
  const silent = groups.flatMap((group) => group.silentOnes)
  expect(silent).toContainEqual({ id: core.id, ...namesOf(core), core: true })
  expect(silent).toContainEqual({ id: region.id, ...namesOf(region), core: false })
  const named = (await listStandings(anonymous, id)).map((organisation) => organisation.name)
  // Nobody waits for an answer of what no longer exists, or of those who are not asked to take part.
  expect(named).not.toContain('Förra regionen')
  expect(named).not.toContain('Utanför kärnan')
})

test('as of a day: the words, the members and the silence of that day', async () => {
  const day = (at: string) => setClock(new Date(`${at}T12:00:00Z`))
  day('2026-03-01')
  const organisation = await anOrganisation({ kind: 'region', name: 'Regionen som svarar sedan' })
  const later = await aRepresentative(organisation.id)
  const need = await aNeed({ title: 'Som det hette då' })
  const { id, number, actor } = await aProblem({ title: 'Då', needIds: [need.id] })
  day('2026-05-01')
  await reviseNeed(need.author, need.id, { title: 'Som det heter nu' }, 'Tydligare', 1)
  await renameProblem(actor, id, { title: 'Nu', description: '' }, '')
  await endorseProblem(later, id, { organisationId: organisation.id, answer: 'shares', comment: '' })
  setClock()
  const then = await problemAsOf(anonymous, number, instantOf('2026-04-01') as Date)
  expect(then).toMatchObject({ title: 'Då', needs: [{ id: need.id, title: 'Som det hette då' }], demand: { total: 1 } })
  expect(then?.demand.groups.flatMap((group) => group.silentOnes)).toContainEqual({
    id: organisation.id,
    ...namesOf(organisation),
    core: false,
  })
  const since = await problemAsOf(anonymous, number, instantOf('2026-06-01') as Date)
  expect(since).toMatchObject({ title: 'Nu', needs: [{ title: 'Som det heter nu' }], demand: { total: 2 } })
})

test('as of a day: what had been said by then, whatever was said or taken back since', async () => {
  const day = (at: string) => setClock(new Date(`${at}T12:00:00Z`))
  day('2026-03-01')
  const [sharing, saying] = [await anOrganisation(), await anOrganisation()]
  const [sharer, sayer] = [await aRepresentative(sharing.id), await aRepresentative(saying.id)]
  const need = await aNeed()
  const relayed = await aRelayedNeed()
  const revised = await aRelayedNeed()
  const { id, number, actor } = await aProblem({ needIds: [need.id, relayed.id, revised.id] })
  const on = async (at: string) => {
    const { demand } = must(await problemAsOf(anonymous, number, must(instantOf(at))))
    return [demand.total, demand.unconfirmed, demand.groups.reduce((sum, group) => sum + group.no, 0)]
  }
  day('2026-04-01')
  await endorseNeed(sharer, need.id, { organisationId: sharing.id, comment: '' })
  await confirmRelayedNeed(relayed.author, relayed.id)
  await endorseProblem(sayer, id, { organisationId: saying.id, answer: 'shares', comment: '' })
  day('2026-05-01')
  await withdrawEndorsement(sharer, need.id, sharing.id)
  await disownRelayedNeed(relayed.author, relayed.id, 'Inte vårt')
  await reviseNeed(revised.author, revised.id, { title: 'Med våra ord' }, '', 1)
  await endorseProblem(sayer, id, { organisationId: saying.id, answer: 'does_not', comment: '' })
  await withdrawNeed(need.author, need.id, 'Löst')
  day('2026-06-01')
  await reopenNeed(need.author, need.id, 'Inte löst')
  await withdrawProblemEndorsement(sayer, id, saying.id)
  day('2026-07-01')
  const other = await aProblem({ actor, needIds: [(await aNeed()).id] })
  await endorseProblem(sayer, other.id, { organisationId: saying.id, answer: 'shares', comment: '' })
  day('2026-08-01')
  await mergeProblems(actor, id, other.id, '')
  day('2026-09-01')
  await unmergeProblem(actor, other.id, '')
  setClock()
  expect(await on('2026-03-15')).toEqual([1, 2, 0])
  expect(await on('2026-04-15')).toEqual([4, 1, 0])
  expect(await on('2026-05-15')).toEqual([1, 0, 1])
  expect(await on('2026-06-15')).toEqual([2, 0, 0])
  // What was said of the other problem was not said of this one until they were one.
  expect(await on('2026-07-15')).toEqual([2, 0, 0])
  expect(await on('2026-08-15')).toEqual([4, 0, 0])
  expect(await on('2026-09-15')).toEqual([2, 0, 0])
})

test.each([
  ['2026-08-28', '2026-08-28T21:59:59.999Z'],
  ['2026-08-28T12:00', '2026-08-28T10:00:59.999Z'],
  ['2026-08-28 12.00', '2026-08-28T10:00:59.999Z'],
  ['2026-08-28 12:00:07', '2026-08-28T10:00:07.999Z'],
  ['2026-01-28T12:00:07Z', '2026-01-28T12:00:07.000Z'],
  ['2026-02-30', undefined],
  ['2026-08-28 12:00:61', undefined],
  ['i går', undefined],
])('the instant that %s asks for', (asked, instant) => {
  expect(instantOf(asked)?.toISOString()).toBe(instant)
})
