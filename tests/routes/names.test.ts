import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '../../app/domain/clock.ts'
import { commitResources } from '../../app/domain/committee/commitment-commands.server.ts'
import { recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import { recuseFromItem } from '../../app/domain/committee/recusal-commands.server.ts'
import { endorseNeed } from '../../app/domain/needs/endorsement-commands.server.ts'
import { invitePerson } from '../../app/domain/people/invitation-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { inviteAssessors } from '../../app/domain/priorities/round-commands.server.ts'
import { endorseProblem, linkResource } from '../../app/domain/problems/problem-commands.server.ts'
import { closeSimilarity, similarityFilled } from '../../app/domain/problems/similarity-index.server.ts'
import { indexEverything } from '../../app/domain/search/documents.server.ts'
import { authority } from '../../app/http/authority.server.ts'
import { localeCookie } from '../../app/http/cookies.server.ts'
import { db } from '../../db/client.ts'
import { needs } from '../../db/schema/needs.ts'
import { follows } from '../../db/schema/notices.ts'
import { memberships, networks, organisations } from '../../db/schema/organisations.ts'
import { suggestions } from '../../db/schema/problems.ts'
import { resources } from '../../db/schema/resources.ts'
import { aDecision, aMeeting, sure } from '../domain/committee/committee-builders.ts'
import { aProblem, aSubmittedNeed } from '../domain/problems/problem-builders.ts'
import {
  aNetwork,
  aNetworkCoordinator,
  anOrganisation,
  aPerson,
  aRepresentative,
  someone,
} from '../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource } from '../support/builders-needs.ts'
import { aRound } from '../support/builders-rounds.ts'
import { aCheckedImport, carriedOut } from '../support/imports.ts'
import { get } from '../support/requests.ts'
import { canSearch, connectTestSearch } from '../support/search-engine.ts'
import { answer } from '../support/site.tsx'

connectTestSearch()

type Kind = 'organisation' | 'network' | 'resource'
/** What everything of a kind is called: names that share no word between the languages. */
const called: Record<'sv' | 'en', Record<Kind, string>> = {
  sv: { organisation: 'Strandverket', network: 'Nätringen', resource: 'Handboken' },
  en: { organisation: 'Shorewatch', network: 'Meshwork', resource: 'Guidebook' },
}

type Who = 'representative' | 'network' | 'coordinator' | 'administrator' | 'assessor' | 'member' | 'owner'
let persons: Record<Who, Person>
/** What an address needs, by the name it has in the table. */
let made: Record<string, string>

beforeAll(async () => {
  setClock(new Date('2026-11-11T10:00:00Z'))
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  const own = await anOrganisation()
  const other = await anOrganisation()
  const network = await aNetwork({ members: [own.id] })
  const coordinator = await someone('coordinator')
  const representative = await aPerson({
    roles: [own, await anOrganisation()].map(({ id }) => ({ role: 'representative', organisationId: id })),
  })
  const others = await aRepresentative(other.id)
  const handing = await aNetworkCoordinator(network.id)
  persons = {
    representative,
    coordinator,
    network: handing,
    administrator: await someone('administrator'),
    assessor: await aPerson({ roles: [{ role: 'assessor', organisationId: own.id }] }),
    member: await aPerson({ roles: [{ role: 'committee_member', organisationId: own.id }] }),
    owner: await aPerson({ roles: [{ role: 'resource_owner', organisationId: own.id }] }),
  }
  const words = { title: 'Öppna vägdata saknas', description: 'Ingen vet vilka vägdata som är öppna för bärighet.' }
  const relayed = await aRelayedNeed({ ...words, organisationId: own.id, networkId: network.id, coordinator: handing })
  const inside = await aNeed({ ...words, organisationId: other.id, author: others })
  const waiting = await aNeed({ ...words, title: 'Vägdata för bärighet', organisationId: other.id, author: others })
  // It has waited for longer than was promised.
  await db
    .update(needs)
    .set({ submittedAt: new Date('2026-03-01') })
    .where(eq(needs.id, waiting.id))
  await aSubmittedNeed({ networkId: network.id, relay: 'unconfirmed' })
  const alike = await aNeed({ ...words, title: 'Öppna vägdata går inte att hitta' })
  const owned = await aResource({ ownerId: other.id })
  const problem = await aProblem({ actor: coordinator, needIds: [relayed.id, inside.id, alike.id] })
  await endorseNeed(representative, inside.id, { organisationId: own.id, comment: '' })
  await endorseProblem(representative, problem.id, { organisationId: own.id, answer: 'shares', comment: '' })
  await linkResource(coordinator, problem.id, owned.id)
  await anOrganisation({ seat: 'core' })
  await db.insert(suggestions).values({
    kind: 'join',
    status: 'open',
    problemId: problem.id,
    leadNeedId: waiting.id,
    needIds: [waiting.id],
    score: 0.3,
    band: 'very',
    reasons: [{ term: 'vägdata', weight: 1 }],
    fingerprint: 'join',
  })
  const [suggestion] = await db.select({ id: suggestions.id }).from(suggestions)
  const draft = await aDraft({ ...words, organisationId: own.id, author: representative })
  const round = await aRound({ coordinator, status: 'draft' })
  await inviteAssessors(coordinator, round.id, [persons.assessor.id])
  await aPerson({ roles: [{ role: 'assessor', organisationId: own.id }] })
  const meeting = await aMeeting({
    items: [
      { kind: 'problem', problemId: problem.id, proposal: 'att' },
      { kind: 'other', title: 'Övrigt', proposal: 'att' },
    ],
  })
  const [item, later] = [sure(meeting.itemIds[0]), sure(meeting.itemIds[1])]
  const planned = await aMeeting({
    until: 'planned',
    members: meeting.members,
    items: [{ kind: 'other', title: 'Övrigt', proposal: 'att' }],
  })
  await recuseFromItem(coordinator, item, { personId: sure(meeting.members[4]).id, reason: 'Släkt.' })
  const decision = await recordDecision(coordinator, item, aDecision())
  await commitResources(persons.owner, decision.id, { organisationId: own.id, personMonths: 1 })
  await carriedOut(handing, await aCheckedImport(handing, network.id, [['1', 'Ett', 'Nog.', own.key, '', '']]))
  const list = await aCheckedImport(handing, network.id, [['2', 'Två', 'Nog.', own.key, '', '']])
  const { token } = await invitePerson(
    coordinator,
    { name: 'Ny', email: 'ny@ekvalla.example', role: 'assessor', organisationId: own.id, networkId: null },
    'http://x',
  )
  for (const [noun, nounId] of [
    ['organisation', other.id],
    ['network', network.id],
  ] as const)
    await db.insert(follows).values({ personId: representative.id, noun, nounId, createdAt: new Date() })
  const [membership] = await db.select({ id: memberships.id }).from(memberships)
  for (const [kind, table] of Object.entries({ organisation: organisations, network: networks, resource: resources }))
    await db.update(table).set({
      name: sql`${`${called.sv[kind as Kind]} `} || ${table.key}`,
      nameEn: sql`${`${called.en[kind as Kind]} `} || ${table.key}`,
    })
  if (canSearch) await indexEverything()
  await similarityFilled()
  made = {
    own: own.key,
    other: other.key,
    network: network.key,
    resource: owned.key,
    membership: sure(membership).id,
    account: persons.assessor.id,
    relayed: relayed.id,
    inside: inside.id,
    waiting: waiting.id,
    draft: draft.id,
    problem: String(problem.number),
    suggestion: sure(suggestion).id,
    round: String(round.number),
    meeting: meeting.meetingId,
    planned: planned.meetingId,
    agenda: sure(planned.itemIds[0]),
    item,
    later,
    decision: decision.registryNumber,
    list,
    token,
  }
})

afterAll(async () => {
  setClock()
  await closeSimilarity()
})

/** A page, who opens it, and of what it shows the names. */
const pages: [path: string, who: Who | null, ...names: Kind[]][] = [
  ['/', 'coordinator', 'organisation', 'network'],
  ['/', 'representative', 'organisation', 'network'],
  ['/', 'network', 'network'],
  ['/inbox', 'coordinator', 'organisation', 'network'],
  ['/inbox/placement?need=:waiting', 'coordinator', 'organisation'],
  ['/suggestions/:suggestion/change', 'coordinator', 'organisation'],
  ['/problems/new?need=:waiting', 'coordinator', 'organisation', 'network'],
  ['/problems/:problem', null, 'organisation', 'network', 'resource'],
  ['/problems/:problem', 'coordinator', 'organisation', 'network', 'resource'],
  ['/problems/:problem', 'representative', 'organisation'],
  ['/problems/:problem/ledger', null, 'organisation'],
  ['/problems/:problem/addition', 'coordinator', 'organisation'],
  ['/problems/:problem/move', 'coordinator', 'organisation', 'network'],
  ['/problems/:problem/split', 'coordinator', 'organisation', 'network'],
  ['/problems/:problem/removal', 'coordinator', 'organisation', 'network'],
  ['/problems/:problem/question', 'coordinator', 'organisation'],
  ['/problems/:problem/endorsement', 'representative', 'organisation'],
  ['/problems/:problem/resource', 'coordinator', 'resource'],
  ['/problems/:problem/demand.csv', null, 'organisation'],
  ['/needs', null, 'organisation', 'network'],
  ['/needs/new', 'representative', 'organisation'],
  ['/needs/:inside', null, 'organisation'],
  ['/needs/:relayed', 'coordinator', 'organisation', 'network'],
  ['/needs/:relayed/confirmation', 'representative', 'network'],
  ['/needs/:waiting/endorsement', 'representative', 'organisation'],
  ['/needs/:waiting/referral', 'coordinator', 'organisation', 'resource'],
  ['/needs/:draft/form/need', 'representative', 'organisation'],
  ['/needs/:draft/form/check', 'representative', 'organisation'],
  ['/how-the-engine-thinks', null, 'organisation'],
  ['/resources', null, 'resource', 'organisation'],
  ['/resources/:resource', null, 'resource', 'organisation'],
  ['/search?q=v%C3%A4gdata', null, 'organisation'],
  ['/search?q=personuppgifter', null, 'resource', 'organisation'],
  ['/rounds/:round', 'coordinator', 'organisation'],
  ['/rounds/:round/assessors', 'coordinator', 'organisation'],
  ['/meetings/new', 'coordinator', 'organisation'],
  ['/meetings/:meeting', 'coordinator', 'organisation'],
  ['/meetings/:planned/change', 'coordinator', 'organisation'],
  ['/meetings/:meeting/attendance', 'coordinator', 'organisation'],
  ['/meetings/:planned/items/new', 'coordinator', 'organisation'],
  ['/meetings/:meeting/items/:item', 'coordinator', 'organisation'],
  ['/meetings/:planned/items/:agenda/wording', 'coordinator', 'organisation'],
  ['/meetings/:meeting/items/:later/recusal', 'coordinator', 'organisation'],
  ['/meetings/:meeting/items/:later/decision', 'coordinator', 'organisation', 'resource'],
  ['/decisions/:decision', null, 'organisation'],
  ['/decisions/:decision/commitments', 'owner', 'organisation'],
  ['/imports', 'network', 'network'],
  ['/imports/:list/preview', 'network', 'organisation', 'network'],
  ['/imports/:list/rows', 'network', 'organisation'],
  ['/imports/:list/report.csv', 'network', 'organisation'],
  ['/organisations', null, 'organisation'],
  ['/organisations/:own', null, 'organisation', 'network'],
  ['/organisations/:own/details', 'coordinator', 'organisation'],
  ['/networks', null, 'network'],
  ['/networks/:network', null, 'network', 'organisation'],
  ['/networks/:network/details', 'coordinator', 'network'],
  ['/networks/:network/members', 'coordinator', 'network', 'organisation'],
  ['/networks/:network/members/:membership/ending', 'coordinator', 'network', 'organisation'],
  ['/follows', 'representative', 'organisation', 'network'],
  ['/account', 'representative', 'organisation'],
  ['/invitations', 'coordinator', 'organisation'],
  ['/invitations/:token', null, 'organisation'],
  ['/invitations/new', 'coordinator', 'organisation', 'network'],
  ['/admin/access', 'administrator', 'organisation', 'network'],
  ['/admin/access.csv', 'administrator', 'organisation', 'network'],
  ['/admin/people/:account', 'administrator', 'organisation'],
]

/** What the page shows, its title included. The fields in which a name itself is kept show both. */
async function shown(path: string, who: Who | null, locale: 'sv' | 'en'): Promise<string> {
  const request = await get(
    path.replace(/:(\w+)/g, (_, name: string) => sure(made[name])),
    who && persons[who],
  )
  const language = (await localeCookie.serialize(locale)).split(';')[0]
  request.headers.set('Cookie', [request.headers.get('Cookie'), language].filter(Boolean).join('; '))
  const answered = await answer(request)
  expect([path, answered.status]).toEqual([path, 200])
  const fields = /<input[^>]* name="name(En)?"[^>]*>/g
  return (await answered.text()).replace(/<script[\s\S]*?<\/script>/g, '').replace(fields, '')
}

describe.each([
  ['en', 'sv'],
  ['sv', 'en'],
] as const)('in %s everything is called by its name in that language, and by none in %s', (locale, otherLocale) => {
  test.each(pages.filter(([path]) => canSearch || !path.startsWith('/search')))(
    '%s for %s',
    async (path, who, ...kinds) => {
      const text = await shown(path, who, locale)
      const isThere = (name: string) => text.includes(name)
      expect(kinds.map((kind) => called[locale][kind]).filter((name) => !isThere(name))).toEqual([])
      expect(Object.values(called[otherLocale]).filter(isThere)).toEqual([])
      expect(text).not.toContain('[object Object]')
    },
  )
})

describe.runIf(canSearch)('search finds by the names in both languages', () => {
  test.each(Object.values(called).flatMap(({ organisation, resource }) => [organisation, resource]))(
    '%s',
    async (name) => {
      expect(await shown(`/search?q=${name}`, null, 'en')).toContain('class="hit"')
    },
  )
})

describe('the coordinating authority is called by its name in the language of the page', () => {
  const swedish = 'Myndigheten för digital förvaltning'
  const english = 'Agency for Digital Government'

  test.each(['/about', '/privacy', '/accessibility', '/contact', '/problems/:problem', '/decisions/:decision'])(
    '%s',
    async (path) => {
      const [sv, en] = [await shown(path, null, 'sv'), await shown(path, null, 'en')]
      expect([sv.includes(swedish), sv.includes(english)]).toEqual([true, false])
      expect([en.includes(swedish), en.includes(english)]).toEqual([false, true])
    },
  )

  test.each([
    [{}, swedish, english],
    [{ SAMSYN_AUTHORITY_NAME: 'Provverket' }, 'Provverket', 'Provverket'],
    [{ SAMSYN_AUTHORITY_NAME: 'Provverket', SAMSYN_AUTHORITY_NAME_EN: 'Trial Agency' }, 'Provverket', 'Trial Agency'],
    [{ SAMSYN_AUTHORITY_NAME_EN: 'Trial Agency' }, swedish, 'Trial Agency'],
  ])('configured as %j', (env, sv, en) => {
    expect([
      authority('sv', { ...process.env, ...env }).name,
      authority('en', { ...process.env, ...env }).name,
    ]).toEqual([sv, en])
  })
})
