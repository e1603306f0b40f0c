import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../app/domain/clock.ts'
import { recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import { lockMinutes } from '../../app/domain/committee/meeting-commands.server.ts'
import { moveNeeds, parkProblem } from '../../app/domain/problems/problem-commands.server.ts'
import { localeCookie } from '../../app/http/cookies.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { db } from '../../db/client.ts'
import { notices } from '../../db/schema/notices.ts'
import { suggestions } from '../../db/schema/problems.ts'
import { themeProblems, themes } from '../../db/schema/themes.ts'
import { get } from '../support/requests.ts'
import { aCoordinator } from '../support/builders.ts'
import { answer } from '../support/site.tsx'
import { aClosedRound, aDecision, aMeeting, sure } from '../domain/committee/committee-builders.ts'
import { aProblem, aSubmittedNeed } from '../domain/problems/problem-builders.ts'

beforeEach(() => setClock(new Date('2026-11-11T10:00:00Z')))
afterEach(() => setClock())

/** What people called things: of the problem, the round, the meeting and the decision. */
const titles = ['Öppna vägdata', 'Hösten 2026', 'Ordinarie möte', 'Grupp för vägdata']

/** Texts of an English page that hold one of the titles and do not say that they are in Swedish. */
async function unmarked(path: string, person: Person | null): Promise<string[]> {
  const request = await get(path, person)
  const language = (await localeCookie.serialize('en')).split(';')[0]
  request.headers.set('Cookie', [request.headers.get('Cookie'), language].filter(Boolean).join('; '))
  const answered = await answer(request)
  expect([path, answered.status]).toEqual([path, 200])
  const body = (await answered.text()).replace(/^[\s\S]*<body[^>]*>/, '').replace(/<script[\s\S]*?<\/script>/g, '')
  const open: string[] = []
  const found: string[] = []
  let seen = 0
  for (const [, close, name, attributes, text] of body.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>([^<]*)/g)) {
    if (close) open.pop()
    else if (!/^(input|br|hr|img|link|meta)$/.test(name ?? '')) {
      const own = /(?:^| )lang="([a-z]+)"/.exec(attributes ?? '')?.[1]
      open.push(own ?? open.at(-1) ?? 'en')
    }
    if (!titles.some((title) => text?.includes(title))) continue
    seen++
    if (open.at(-1) !== 'sv') found.push(`${path}: ${text}`)
  }
  expect([path, seen > 0]).toEqual([path, true])
  return found
}

describe('on an English page what people wrote says that it is Swedish', () => {
  test('of a meeting, its items, its pack and its minutes, of a decision and of rounds', async () => {
    const problem = await aProblem({ title: 'Öppna vägdata' })
    const other = await aProblem({ title: 'Öppna vägdata, del 2' })
    const round = await aClosedRound([problem.id, other.id], 'published')
    const { coordinator, meetingId, itemIds, members } = await aMeeting({
      items: [
        { kind: 'problem', problemId: problem.id, roundId: round.id, proposal: 'att' },
        { kind: 'round', roundId: round.id },
      ],
    })
    const meeting = `/meetings/${meetingId}`
    const item = `${meeting}/items/${sure(itemIds[0])}`
    const pages = [
      '/',
      '/meetings',
      meeting,
      item,
      `${meeting}/pack`,
      `${meeting}/attendance`,
      `${item}/recusal`,
      '/rounds',
    ]
    const found = []
    for (const path of pages) found.push(...(await unmarked(path, coordinator)))
    const { registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ title: 'Grupp för vägdata' }),
    )
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    for (const path of [item, `${meeting}/minutes`, `/decisions/${registryNumber}`])
      found.push(...(await unmarked(path, null)))
    for (const path of [`/decisions/${registryNumber}/commitments`, `${item}/decision`])
      found.push(...(await unmarked(path, coordinator)))
    expect(found).toEqual([])
  })

  test('of a problem, its ledger and its acts, and of a need in it', async () => {
    const coordinator = await aCoordinator()
    const problem = await aProblem({ title: 'Öppna vägdata', actor: coordinator })
    const other = await aProblem({ title: 'Öppna vägdata, del 2', actor: coordinator })
    await moveNeeds(coordinator, other.id, problem.id, [sure(other.needIds[0])], 'Hör hit.')
    const found = []
    for (const path of [
      `/problems/${problem.number}`,
      `/problems/${problem.number}/ledger`,
      `/problems/${problem.number}/name`,
      `/needs/${problem.needIds[0]}`,
      '/problems',
    ])
      found.push(...(await unmarked(path, coordinator)))
    expect(found).toEqual([])
  })

  test('of what waits for a coordinator: notices, suggestions, themes, choices, and what is to be followed up', async () => {
    const coordinator = await aCoordinator()
    const problem = await aProblem({ title: 'Öppna vägdata', actor: coordinator })
    const other = await aProblem({ title: 'Öppna vägdata, del 2', actor: coordinator })
    const waiting = await aSubmittedNeed({ title: 'Öppna vägdata för bärighet' })
    const proposal = (rest: Partial<typeof suggestions.$inferInsert> & { kind: 'join' | 'merge' | 'duplicate' }) => ({
      status: 'open' as const,
      problemId: problem.id,
      needIds: [waiting.id],
      score: 0.3,
      band: 'very' as const,
      reasons: [{ term: 'Öppna vägdata', weight: 1 }],
      fingerprint: rest.kind,
      ...rest,
    })
    await db
      .insert(suggestions)
      .values([
        proposal({ kind: 'join', leadNeedId: waiting.id }),
        proposal({ kind: 'merge', otherId: other.id }),
        proposal({ kind: 'duplicate', leadNeedId: waiting.id, otherId: sure(problem.needIds[0]) }),
      ])
    await db.insert(themes).values([
      { id: 'vag', label: ['Öppna vägdata', 'bärighet'], making: 1, madeAt: new Date() },
      { id: 'del', label: ['Öppna vägdata'], making: 1, madeAt: new Date() },
    ])
    await db.insert(themeProblems).values([
      { themeId: 'vag', problemId: problem.id },
      { themeId: 'del', problemId: other.id },
    ])
    const data = { number: 1, title: 'Öppna vägdata', absorbedNumber: 2, absorbedTitle: 'Öppna vägdata, del 2' }
    const notice = { personId: coordinator.id, seq: 1, verb: 'problem.merged', noun: 'problem', nounId: problem.id }
    await db.insert(notices).values({ ...notice, data, at: new Date() })
    const asleep = await aProblem({ title: 'Öppna vägdata, sen', actor: coordinator })
    await parkProblem(coordinator, asleep.id, { reason: 'Vi väntar.', wakeOn: '2026-11-20' })
    const { meetingId, itemIds } = await aMeeting()
    const reviewed = aDecision({ title: 'Grupp för vägdata', reviewOn: '2026-11-20' })
    await recordDecision(coordinator, sure(itemIds[0]), reviewed)
    setClock(new Date('2026-11-21T10:00:00Z'))
    const found = []
    for (const path of [
      '/',
      '/notices',
      '/inbox',
      '/problems',
      '/problems?theme=vag',
      `/problems/${problem.number}`,
      `/problems/${problem.number}/merge`,
      `/meetings/${meetingId}/items/new`,
    ])
      found.push(...(await unmarked(path, coordinator)))
    expect(found).toEqual([])
  })
})
