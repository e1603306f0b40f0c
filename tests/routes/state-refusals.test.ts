/** What the state of a round, a meeting or a problem forbids is refused with a sentence in both languages, and changes nothing. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import { problemStatuses } from '../../app/domain/problems/problem.ts'
import { latestSeq } from '../../app/domain/events/event-queries.server.ts'
import { localeCookie, sessionCookie } from '../../app/http/cookies.server.ts'
import { db } from '../../db/client.ts'
import { meetings } from '../../db/schema/committee.ts'
import { problems } from '../../db/schema/problems.ts'
import { pathOf } from '../support/routes.ts'
import { answer, takeUnforeseen } from '../support/site.tsx'
import { makeWorld } from '../support/world.ts'
import { anOrganisation } from '../support/builders.ts'
import { type Made, meeting, problemAnd, round, rows } from './bad-input-rows.ts'

const world = await makeWorld()

interface State {
  name: string
  make: () => Promise<Made>
}

/** A command refused changes nothing, so that the next one may find the same thing; one that is taken uses it up. */
const kept = new Map<string, Promise<Made>>()
function thingIn({ name, make }: State): Promise<Made> {
  const known = kept.get(name) ?? make()
  kept.set(name, known)
  return known
}

const roundStates: State[] = (['draft', 'open', 'revealed', 'closed', 'published'] as const).map((status) => ({
  name: `${status} round`,
  make: async () => {
    const made = await round(world, `${status}Round`)
    return { ...made, search: `?person=${made.fields?.person}` }
  },
}))
const meetingStates: State[] = [
  ...(['planned', 'called', 'in_session'] as const).map((status) => ({
    name: `${status} meeting`,
    make: () => meeting(status, world),
  })),
  {
    name: 'minuted meeting',
    make: async () => {
      const made = await meeting('in_session', world)
      const its = eq(meetings.id, made.params.id ?? '')
      await db.update(meetings).set({ status: 'minuted' }).where(its)
      return made
    },
  },
]
const problemStates: State[] = problemStatuses.map((status) => ({
  name: `${status} problem`,
  make: async () => {
    const made = await problemAnd(world)
    await db
      .update(problems)
      .set({ status })
      .where(eq(problems.id, made.params.id ?? ''))
    return { ...made, fields: { ...made.fields, organisation: (await anOrganisation()).id } }
  },
}))

const living = 'proposed open in_round decided in_progress parked'
/**
 * The states in which each command is taken; after a bar those in which it depends on more than the state, or in which
 * the thing is hidden from whoever sends it. In every other one it is refused.
 */
const taken: Record<string, string> = {
  'rounds.$number.settings': 'draft',
  'rounds.$number.problems': 'draft',
  'rounds.$number.assessors._index': 'draft',
  'rounds.$number.assessors.withdrawal': 'draft open',
  'rounds.$number.criteria._index': 'draft',
  'rounds.$number.criteria.$key': 'draft',
  'rounds.$number.equal-weights': 'draft',
  'rounds.$number.opening': 'draft',
  'rounds.$number.reveal': '| open',
  'rounds.$number.closing': 'revealed',
  'rounds.$number.publication': 'closed',
  'rounds.$number.assessment.$problem._index': 'open | draft',
  'rounds.$number.assessment.$problem.recusal': 'open | draft',
  'rounds.$number.assessment.$problem.recusal-withdrawal': '| draft open',
  'rounds.$number.assessment.completion': '| draft open',

  'meetings_.$id_.change': 'planned called',
  'meetings_.$id_.calling': 'planned',
  'meetings_.$id_.opening': 'called',
  'meetings_.$id_.attendance': 'called in_session',
  'meetings_.$id_.minutes': '| in_session',
  'meetings_.$id_.round-places': 'planned',
  'meetings_.$id_.items_.new': 'planned',
  'meetings_.$id_.items_.$item_.wording': 'planned',
  'meetings_.$id_.items_.$item_.position': 'planned',
  'meetings_.$id_.items_.$item_.removal': 'planned',
  'meetings_.$id_.items_.$item_.withdrawal': 'in_session',
  'meetings_.$id_.items_.$item_.recusal': 'planned called in_session',
  'meetings_.$id_.items_.$item_.recusal-withdrawal': '| planned called in_session',
  'meetings_.$id_.items_.$item_.decision': 'in_session',

  'problems_.$number_.addition': living,
  'problems_.$number_.declining': 'proposed open parked',
  'problems_.$number_.endorsement': 'open in_round decided in_progress parked | proposed undone',
  'problems_.$number_.endorsement_.removal': `| ${living} undone`,
  'problems_.$number_.merge': 'open in_round decided in_progress parked',
  'problems_.$number_.move': living,
  'problems_.$number_.name': living,
  'problems_.$number_.opening': 'proposed',
  'problems_.$number_.parking': 'open decided in_progress',
  'problems_.$number_.question': 'open in_round decided in_progress parked | proposed',
  'problems_.$number_.removal': living,
  'problems_.$number_.resource': living,
  'problems_.$number_.resource_.removal': living,
  'problems_.$number_.split': living,
  'problems_.$number_.unmerge': '| merged',
  'problems_.$number_.waking': 'resolved parked declined',
}
const statesOf = (route: string) =>
  route.startsWith('rounds.') ? roundStates : route.startsWith('meetings_.') ? meetingStates : problemStates

test('every command of a round, a meeting and a problem is in the table', () => {
  const commands = Object.entries(rows).filter(
    ([name, { script }]) => /^(rounds\.\$|meetings_\.\$|problems_\.\$)/.test(name) && !script,
  )
  expect(Object.keys(taken).sort()).toEqual(commands.map(([name]) => name).sort())
})

test.each(Object.keys(taken))(
  '%s',
  async (route) => {
    const [may = '', depends = ''] = (taken[route] ?? '').split('|')
    for (const state of statesOf(route)) {
      const [status = ''] = state.name.split(' ')
      if (depends.split(' ').includes(status)) continue
      const made = await thingIn(state)
      const [before, swedish] = [await latestSeq(), await post(route, made, 'sv')]
      if (may.split(' ').includes(status)) {
        expect([state.name, swedish.status]).toEqual([state.name, 302])
        kept.delete(state.name)
        continue
      }
      const english = await post(route, made, 'en')
      expect([state.name, swedish.status, english.status]).toEqual([state.name, 409, 409])
      for (const { said } of [swedish, english]) expect(said).toMatch(/\p{L}{2,} .*\./u)
      expect(english.said).not.toBe(swedish.said)
      // Somebody else's change is another matter than the state.
      expect(swedish.said).not.toContain('Det här har ändrats sedan')
      expect(await latestSeq()).toBe(before)
      if (/^(rounds|meetings)/.test(route)) expect([state.name, await formOf(route, made)]).toEqual([state.name, null])
    }
  },
  60_000,
)

/** The first form of the page that could be sent, where it is one: a page that would be refused says why in its place. */
async function formOf(name: string, made: Made) {
  const row = rows[name]
  const person = row && world.persons[row.as]
  if (!person) throw new Error(`${name} has no row`)
  const cookie = (await sessionCookie.serialize(await startSession(person.id, 'test'))).split(';')[0] as string
  const url = `http://127.0.0.1:3000${pathOf(name, made.params)}${made.search ?? ''}`
  const main = /<main[\s\S]*<\/main>/.exec(await (await answer(new Request(url, { headers: { cookie } }))).text())?.[0]
  expect(takeUnforeseen()).toEqual([])
  return /<form[^>]*method="post"[\s\S]*?<button[\s\S]*?<\/form>/.exec(main ?? '')?.[0] ?? null
}

async function post(name: string, made: Made, locale: 'sv' | 'en') {
  const row = rows[name]
  const person = row && world.persons[row.as]
  if (!row || !person) throw new Error(`${name} has no row`)
  const fields = row.fields?.(made, world) ?? {}
  const body = new URLSearchParams()
  for (const [field, { value }] of Object.entries(fields)) for (const one of [value].flat()) body.append(field, one)
  const pairs = [
    await sessionCookie.serialize(await startSession(person.id, 'test')),
    await localeCookie.serialize(locale),
  ]
  const cookie = pairs.map((pair) => pair.split(';')[0]).join('; ')
  const url = `http://127.0.0.1:3000${pathOf(name, made.params)}${made.search ?? ''}`
  const response = await answer(
    new Request(url, { method: 'POST', headers: { cookie, 'Sec-Fetch-Site': 'same-origin' }, body }),
  )
  const html = await response.text()
  expect(takeUnforeseen()).toEqual([])
  const summary =
    /<div class="ds-error-summary"[\s\S]*?<\/div>|<div class="error-page"[\s\S]*?<\/h1>[\s\S]*?<\/p>/.exec(html)?.[0]
  return {
    status: response.status,
    said: (summary ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}
