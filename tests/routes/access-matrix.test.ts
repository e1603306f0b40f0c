import { describe, expect, test } from 'vitest'
import { connectTestSearch } from '../support/search-engine.ts'
import { loadRoute, read, routeNames, send } from '../support/routes.ts'
import { everybody, makeWorld, type Thing, type ThingName, type Who } from '../support/world.ts'
import { type Check, inTheNameOfOthers, type Outcome, rows } from './access-rows.ts'

connectTestSearch()
const world = await makeWorld()

/** Enough for every form to be well-formed, so that what decides is who sends it. */
const someFields = {
  reason: 'Skäl',
  version: '1',
  title: 'Titel',
  description: 'Text',
  comment: '',
  helped: 'yes',
  reply: '',
  kind: 'guidance',
  answer: 'Svar',
  original: 'x',
  direction: 'up',
  ground: 'other',
  personMonths: '1',
  sek: '',
  note: '',
  type: 'thematic_group',
  text: 'att',
  reasons: 'Skäl',
  body: 'committee',
  day: '2026-12-01',
  time: '09:00',
  quorum: '2',
  places: '1',
  commitmentId: 'x',
  resource: 'x',
  person: 'x',
  noun: 'need',
  name: 'Namn',
  email: 'a@b.se',
  role: 'assessor',
  newPassword: 'fyra ord som inte hör ihop',
  currentPassword: 'x',
  locale: 'sv',
  topPlaces: '3',
  capMonths: '1',
  capSek: '1',
  assessBy: '',
  to: '1',
  roundId: 'x',
  personId: 'x',
  wakeWhen: 'sen',
  step: 'need',
}
/** Forms that take no field they do not know, or an answer of another kind. */
const ownFields: Record<string, Record<string, string>> = {
  'imports.$id.columns': { 'column-0': 'title' },
  'imports.$id.run': {},
}
const answers: Record<string, Record<string, string>> = { 'problems_.$number_.endorsement': { answer: 'shares' } }

function fieldsFor(route: string, who: Who, thing: Thing): Record<string, string> {
  if (ownFields[route]) return ownFields[route]
  const organisation =
    who === 'other' || who === 'resourceOwner' ? world.otherOrganisation.id : world.ownOrganisation.id
  return { ...someFields, ...thing.fields, organisationId: organisation, organisation, ...answers[route] }
}

/** A form that lacks something is answered by 400: the sender got that far, which those who may not must not. */
function outcomeOf({ status, location }: { status: number; location: string | null }): Outcome | 'form' {
  if (status === 401 || location?.startsWith('/sign-in?')) return 'in'
  if (status === 403) return 'no'
  if (status === 404) return 'gone'
  return status === 400 ? 'form' : 'ok'
}

const readable = new Map<ThingName, Promise<Thing>>()
function thingFor(check: Check, name: ThingName): Promise<Thing> {
  if (check.kind === 'send') return world.things[name]()
  const known = readable.get(name) ?? world.things[name]()
  readable.set(name, known)
  return known
}

async function observe(route: string, check: Check, name: ThingName) {
  const thing = await thingFor(check, name)
  const expected = Object.fromEntries(everybody.map((who) => [who, check.expected(who, name)])) as Record<Who, Outcome>
  const observed: Partial<Record<Who, string>> = {}
  // Those who may come last: what they do changes what the others would find.
  for (const who of [...everybody].sort((a, b) => Number(expected[a] === 'ok') - Number(expected[b] === 'ok'))) {
    const call = { params: { locale: 'sv', step: 'need', ...thing.params }, fields: fieldsFor(route, who, thing) }
    const answer = await (check.kind === 'read' ? read : send)(route, world.persons[who], call)
    const outcome = outcomeOf(answer)
    observed[who] = outcome === 'form' && expected[who] === 'ok' ? 'ok' : outcome
  }
  return { expected, observed }
}

test('every route has a row, and every row a route', () => {
  expect(routeNames.filter((name) => !rows[name])).toEqual([])
  expect(Object.keys(rows).filter((name) => !routeNames.includes(name))).toEqual([])
})

test('every action has a row', async () => {
  const unasked: string[] = []
  for (const name of routeNames) {
    const route = await loadRoute(name)
    // Accepting an invitation makes its sender somebody: tests/routes/people asks who may.
    if (route.action && name !== 'invitations_.$token' && !rows[name]?.some(({ kind }) => kind === 'send'))
      unasked.push(name)
    if (
      route.loader &&
      !rows[name]?.some(({ kind }) => kind === 'read') &&
      !/^imports\.\$id\.(run|stop)$|equal-weights$|assessors\.withdrawal$/.test(name)
    )
      unasked.push(name)
  }
  expect(unasked).toEqual([])
})

test('every form leads to a page, so that an error there has the frame of the site', async () => {
  // Scripts alone send these, and read the answer.
  const forScripts = ['needs.$id.draft', 'needs.$id.similar', 'rounds.$number.assessment.$problem.draft']
  const bare: string[] = []
  for (const name of routeNames) {
    const route = await loadRoute(name)
    if (route.action && !route.default && !forScripts.includes(name)) bare.push(name)
  }
  expect(bare).toEqual([])
})

describe('who reaches', () => {
  test.each(Object.keys(rows).filter((name) => routeNames.includes(name)))(
    '%s',
    async (route) => {
      for (const check of rows[route] ?? [])
        for (const name of check.things) {
          const { expected, observed } = await observe(route, check, name)
          expect({ [`${check.kind} ${name}`]: observed }).toEqual({ [`${check.kind} ${name}`]: expected })
        }
    },
    60_000,
  )
})

describe('nobody speaks for an organisation that they do not represent', () => {
  test.each(inTheNameOfOthers)('%s', async (route, name, who, fields) => {
    const thing = await world.things[name]()
    const ids = { own: world.ownOrganisation.id, other: world.otherOrganisation.id }
    const answer = await send(route, world.persons[who], {
      params: thing.params,
      fields: { ...thing.fields, ...fields(ids) },
    })
    expect(['no', 'gone']).toContain(outcomeOf(answer))
  })
})

/** What answers nothing itself and leads to a page that does, or back to the inbox. */
const leadOn = /^language\.|\.(acknowledgement|submission)$|^suggestions_\..*(acceptance|rejection|undo)$/

/** Addresses that somebody may open, each with one part that leads nowhere. */
const leadingNowhere = Object.entries(rows).flatMap(([route, checks]) => {
  const params = [...route.matchAll(/\$(\w+?)(?=_?(\.|\[|$))/g)].map(([, param = '']) => param)
  const opened = checks.flatMap(({ kind, things, expected }) =>
    kind === 'read'
      ? things.flatMap((thing) => {
          const who = everybody.find((one) => one !== 'anonymous' && expected(one, thing) === 'ok')
          return who ? [{ thing, who }] : []
        })
      : [],
  )
  const [found] = opened
  return found && params.length > 0 && !leadOn.test(route) ? [{ route, params, ...found }] : []
})

describe('one part of the address that leads nowhere is 404 for whoever may open the rest:', () => {
  test.each(leadingNowhere)('$route', async ({ route, params, thing, who }) => {
    const known = { step: 'need', ...(await world.things[thing]()).params }
    const answers: string[] = []
    for (const param of params)
      for (const nothing of ['no-such-thing', '999999', '9999999999', '-1', '1.5', '1e999', 'x'.repeat(3000)]) {
        const { status } = await read(route, world.persons[who], { params: { ...known, [param]: nothing } })
        if (status !== 404) answers.push(`${param} ${nothing.slice(0, 20)}: ${status}`)
      }
    expect(answers).toEqual([])
  })
})

describe('an id that does not exist', () => {
  const params = {
    id: 'no-such-thing-anywhere',
    key: 'no-such',
    number: '999999',
    problem: '999999',
    item: 'no-such',
    token: 'no-such',
    locale: 'sv',
    step: 'need',
    '*': 'x',
  }
  test.each(routeNames.filter((name) => name.includes('$')))(
    'of %s is 404 for those who may do most, never an error',
    async (route) => {
      const { loader, action } = await loadRoute(route)
      for (const who of ['coordinator', 'administrator'] as const) {
        if (loader) expect([200, 302, 403, 404]).toContain((await read(route, world.persons[who], { params })).status)
        if (action)
          expect([302, 400, 403, 404, 409]).toContain(
            (await send(route, world.persons[who], { params, fields: fieldsFor(route, who, { params }) })).status,
          )
      }
    },
  )
})
