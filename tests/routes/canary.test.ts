import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import { lockMinutes } from '../../app/domain/committee/meeting-commands.server.ts'
import { follow } from '../../app/domain/notices/notice-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import {
  closeRound,
  createRound,
  finishAssessment,
  inviteAssessors,
  openRound,
  publishRound,
  revealRound,
  saveAssessment,
  setRoundProblems,
} from '../../app/domain/priorities/round-commands.server.ts'
import { createProblem } from '../../app/domain/problems/problem-commands.server.ts'
import { drainJobs } from '../../app/jobs/worker.server.ts'
import { newId } from '../../db/kit.ts'
import { aDecision, aMeeting } from '../domain/committee/committee-builders.ts'
import { connectTestSearch } from '../support/search-engine.ts'
import { aPerson } from '../support/builders.ts'
import { aDraft, aNeed } from '../support/builders-needs.ts'
import { aBareProblem, scoresOf } from '../support/builders-rounds.ts'
import { read, routeNames, send } from '../support/routes.ts'
import { everybody, makeWorld, type Who } from '../support/world.ts'
import { rows } from './access-rows.ts'

/** Words that stand nowhere else, made anew at each run. */
const word = (what: string) => `${what}${newId()}`
const canaries = { draft: word('utkast'), restricted: word('begransat'), contact: word('kontakt') }
type Canary = keyof typeof canaries
/** Who may ever meet each word. */
const may: Record<Canary, Who[]> = {
  draft: ['own'],
  restricted: ['own', 'coordinator', 'assessor', 'foreignAssessor', 'committee', 'administrator'],
  contact: ['own', 'coordinator'],
}

connectTestSearch()
const world = await makeWorld()
const { is, ownOrganisation, network } = world
const own = { organisationId: ownOrganisation.id, author: is('own') }
const text = (secret: string) => ({
  title: `Behov om ${secret}`,
  description: `Vi behöver ${secret} för att dela data.`,
  affected: secret,
  consequence: secret,
  tried: secret,
  legalQuestions: secret,
  whoElse: secret,
})

const draft = await aDraft({ ...own, ...text(canaries.draft) })
const restricted = await aNeed({
  ...own,
  ...text(canaries.restricted),
  confidentiality: 2,
  contactName: canaries.contact,
  contactEmail: `${canaries.contact}@granasa.example`,
})
const open = await aNeed({ ...own, contactName: canaries.contact, contactEmail: `${canaries.contact}@granasa.example` })
const flow = await wholeFlow()

/** One problem that holds the restricted need too, all the way to a published round and locked minutes. */
async function wholeFlow() {
  const coordinator = is('coordinator')
  const made = await createProblem(coordinator, {
    title: 'Dela data',
    description: 'Många kan inte.',
    needIds: [open.id, restricted.id],
    reason: 'De hör ihop.',
  })
  for (const who of everybody) if (world.persons[who]) await follow(world.persons[who] as Person, 'problem', made.id)
  const round = await createRound(coordinator, {
    title: 'Hösten 2026',
    assessBy: null,
    topPlaces: 1,
    capMonths: 10,
    capSek: 1,
  })
  const beside = await aBareProblem()
  const chosen = [made.id, beside.id]
  await setRoundProblems(
    coordinator,
    round.id,
    chosen.map((problemId) => ({ problemId, personMonths: 1, sek: 1 })),
  )
  const assessors = [
    is('assessor'),
    await aPerson({ roles: [{ role: 'assessor', organisationId: world.otherOrganisation.id }] }),
  ]
  await inviteAssessors(
    coordinator,
    round.id,
    assessors.map(({ id }) => id),
  )
  await openRound(coordinator, round.id, { seed: 1 })
  for (const person of assessors) {
    for (const problemId of chosen) await saveAssessment(person, round.id, problemId, scoresOf(3))
    await finishAssessment(person, round.id)
  }
  await revealRound(coordinator, round.id)
  await closeRound(coordinator, round.id)
  await publishRound(coordinator, round.id)
  const members = [
    await aPerson({ roles: [{ role: 'committee_member', organisationId: world.otherOrganisation.id }] }),
    is('committee'),
    await aPerson({ roles: [{ role: 'committee_member', organisationId: world.otherOrganisation.id }] }),
  ]
  const held = await aMeeting({
    items: [
      { kind: 'problem', problemId: made.id, proposal: 'att bilda en arbetsgrupp' },
      { kind: 'round', roundId: round.id },
    ],
    members,
    quorum: 2,
  })
  const [item = ''] = held.itemIds
  const { registryNumber } = await recordDecision(coordinator, item, aDecision())
  await lockMinutes(coordinator, held.meetingId, { approverId: is('committee').id })
  await drainJobs()
  return {
    problem: String(made.number),
    round: String(round.number),
    meeting: held.meetingId,
    item,
    decision: registryNumber,
  }
}

/** The addresses at which what the words are part of could show. */
function addresses(route: string): Record<string, string>[] {
  const { problem, meeting, round, decision, item } = flow
  if (route.startsWith('needs.$id')) return [draft, restricted, open].map(({ id }) => ({ id, step: 'need' }))
  if (route.startsWith('problems_.$number')) return [{ number: problem }]
  if (route.startsWith('rounds.$number')) return [{ number: round, problem, key: 'broad-benefit' }]
  if (route.startsWith('meetings_.$id')) return [{ id: meeting, item }]
  if (route.startsWith('decisions_.$number')) return [{ number: decision }]
  if (route.startsWith('organisations_')) return [{ key: ownOrganisation.key }]
  if (route.startsWith('networks_')) return [{ key: network.key }]
  return [{ locale: 'sv' }]
}

/** Lists can be asked for in ways that reach further than their first page. */
const searches = [
  '',
  `?q=${canaries.restricted}`,
  `?q=${canaries.draft}`,
  `?q=${canaries.contact}`,
  '?status=draft',
  `?own=1`,
  `?organisation=${world.ownOrganisation.key}`,
  '?as-of=2030-01-01',
  '?date=2030-01-01',
]

async function met(answer: Promise<{ body: unknown }>): Promise<Canary[]> {
  // An address may itself repeat the word that was searched for; only what the page knows counts.
  const shown = JSON.stringify((await answer).body, (key, value) =>
    ['words', 'asked', 'q', 'path'].includes(key) ? undefined : value,
  )
  return (Object.keys(canaries) as Canary[]).filter((canary) => shown?.includes(canaries[canary]))
}

const readable = routeNames.filter((name) => rows[name]?.some(({ kind }) => kind === 'read'))

test('the words are there for those who may meet them, or this test would show nothing', async () => {
  expect(await met(read('needs.$id._index', is('own'), { params: { id: draft.id } }))).toContain('draft')
  expect(await met(read('needs.$id._index', is('own'), { params: { id: restricted.id } }))).toEqual(
    expect.arrayContaining(['restricted', 'contact']),
  )
  expect(await met(read('search', is('coordinator'), { search: `?q=${canaries.restricted}` }))).toContain('restricted')
  expect(await met(read('problems_.$number', is('coordinator'), { params: { number: flow.problem } }))).toContain(
    'restricted',
  )
})

describe('a word of one organisation never reaches others through', () => {
  test.each(readable)(
    '%s',
    async (route) => {
      for (const params of addresses(route)) {
        const ways = /\$|csv|xlsx|css/.test(route) ? [''] : searches
        for (const search of ways)
          for (const who of everybody) {
            const found = (await met(read(route, world.persons[who], { params, search }))).filter(
              (canary) => !may[canary].includes(who),
            )
            expect({ who, search, params, found }).toEqual({ who, search, params, found: [] })
          }
      }
    },
    60_000,
  )

  test('the likeness of a text that says the same', async () => {
    const mine = await aDraft({ organisationId: world.otherOrganisation.id, author: is('other') })
    for (const secret of Object.values(canaries)) {
      const answer = send('needs.$id.similar', is('other'), {
        params: { id: mine.id },
        fields: { title: `Behov om ${secret}`, description: `Vi behöver ${secret} för att dela data.` },
      })
      expect(await met(answer)).toEqual([])
    }
  })

  test('mails', () => {
    const folder = path.join(process.env.SAMSYN_DATA as string, 'mail')
    const mails = (() => {
      try {
        return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
      } catch {
        return []
      }
    })()
    for (const secret of Object.values(canaries)) expect(mails.join('\n')).not.toContain(secret)
  })
})
