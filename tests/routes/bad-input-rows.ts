/**
 * A valid form of every action: who sends it, about what, and what each field takes. What is wrong with a form, and what
 * is wrong is made out of these, is in bad-input.test.ts.
 */
import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { commitResources } from '../../app/domain/committee/commitment-commands.server.ts'
import { recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import { recuseFromItem, setAttendance } from '../../app/domain/committee/meeting-commands.server.ts'
import { attendanceNoted } from '../../app/domain/committee/meeting.ts'
import { draftMinutes } from '../../app/domain/committee/minutes-queries.server.ts'
import { linkDuplicate } from '../../app/domain/needs/duplicate-commands.server.ts'
import { endorseNeed } from '../../app/domain/needs/endorsement-commands.server.ts'
import { startImport, uploadImport } from '../../app/domain/needs/import-commands.server.ts'
import { seenAs } from '../../app/domain/events/seen.server.ts'
import { keepOrganisationList } from '../../app/domain/organisations/organisation-import.server.ts'
import { hashPassword } from '../../app/domain/people/password-hash.server.ts'
import { makePasswordLink } from '../../app/domain/people/password-link-commands.server.ts'
import { invitePerson } from '../../app/domain/people/invitation-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { beginSecondFactor, confirmSecondFactor } from '../../app/domain/people/second-factor-commands.server.ts'
import { findOwnPendingDevice } from '../../app/domain/people/second-factor-queries.server.ts'
import { signIn } from '../../app/domain/people/sign-in-commands.server.ts'
import { defaultCriteria } from '../../app/domain/priorities/default-criteria.ts'
import { recuseFromProblem } from '../../app/domain/priorities/recusal-commands.server.ts'
import { saveAssessment } from '../../app/domain/priorities/round-commands.server.ts'
import { declineProblem, endorseProblem, mergeProblems } from '../../app/domain/problems/problem-commands.server.ts'
import { findTerm } from '../../app/domain/problems/term-queries.server.ts'
import { acceptSuggestion } from '../../app/domain/problems/suggestion-commands.server.ts'
import { pendingSignInCookie } from '../../app/http/cookies.server.ts'
import { db } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { people } from '../../db/schema/people.ts'
import { problems } from '../../db/schema/problems.ts'
import { roundAssessors, rounds } from '../../db/schema/priorities.ts'
import { aClosedRound, aDecision, aMeeting } from '../domain/committee/committee-builders.ts'
import { aProblem } from '../domain/problems/problem-builders.ts'
import { aNetwork, anOrganisation, aPerson, someone } from '../support/builders.ts'
import { aNeed, aResource } from '../support/builders-needs.ts'
import { scoresOf } from '../support/builders-rounds.ts'
import { aCheckedImport, aFile, carriedOut, listColumns } from '../support/imports.ts'
import type { Thing, ThingName, Who, World } from '../support/world.ts'

/** What a field takes, and with that what it does not. */
export interface Field {
  kind: 'text' | 'number' | 'day' | 'choice' | 'id' | 'version' | 'secret' | 'back'
  value: string | string[]
  /** Most characters of a text. */
  most?: number
  /** May be left empty. */
  optional?: boolean
  /** Nothing on the page shows what was posted: a hidden field, or one that only scripts fill. */
  unseen?: boolean
}
type More = Partial<Field>
const text = (value: string, most: number, more: More = {}): Field => ({ kind: 'text', value, most, ...more })
const reason = (most: number, more: More = {}) => text('Ett skäl som förklarar.', most, more)
const number = (value: string, more: More = {}): Field => ({ kind: 'number', value, ...more })
const day = (value: string, more: More = {}): Field => ({ kind: 'day', value, ...more })
const choice = (value: string, more: More = {}): Field => ({ kind: 'choice', value, ...more })
const id = (value: string | string[] | undefined, more: More = {}): Field => ({
  kind: 'id',
  value: value ?? 'unknown',
  ...more,
})
const version = (value = '1'): Field => ({ kind: 'version', value, unseen: true })
const secret = (value: string): Field => ({ kind: 'secret', value, unseen: true })
const back: Field = { kind: 'back', value: '/needs', optional: true, unseen: true }
const optional = { optional: true }

export interface Made extends Thing {
  person?: Person
  /** More cookies of the browser that sends the form. */
  cookie?: string
  /** Part of the address after the path. */
  search?: string
  /** What is sent where it is known only when the thing is there. */
  fresh?: Record<string, string | string[]>
}

export interface Row {
  as: Who
  thing: ThingName | ((world: World) => Promise<Made>)
  fields?: (thing: Made, world: World) => Record<string, Field>
  /** A file, and the fields beside it. */
  file?: () => File
  /** What somebody else does while the form is filled in; they send the same form where nothing is said. */
  meanwhile?: (thing: Made, world: World) => Promise<void>
  /** Scripts alone send this and read the answer. */
  script?: boolean
  /** The same again is another of the same, by intent. */
  again?: string
}

const password = 'fyra ord som inte hör ihop'
const device = { address: '192.0.2.1', userAgent: 'test', sessionId: null }

async function withPassword(): Promise<Person> {
  const person = await aPerson()
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password), demonstration: false })
    .where(eq(people.id, person.id))
  return person
}
const account = async (): Promise<Made> => ({ params: {}, person: await withPassword() })

async function beginFactor(person: Person): Promise<string> {
  await beginSecondFactor(person, password, device.address)
  const key = ((await findOwnPendingDevice(person))?.typed ?? '').replaceAll(' ', '')
  return key
}
const codeAt = (key: string, instant: number) => new TOTP({ secret: key }).generate({ timestamp: instant })
const halfMinute = 30_000

async function withFactor() {
  const person = await withPassword()
  const key = await beginFactor(person)
  const confirmed = await confirmSecondFactor(person, codeAt(key, Date.now() - halfMinute), device)
  return { person, key, codes: confirmed.recoveryCodes }
}

async function awaitingCode(): Promise<Made & { key: string; codes: string[] }> {
  const { person, key, codes } = await withFactor()
  const signedIn = await signIn({ email: person.email, password }, device)
  const token = 'pendingToken' in signedIn ? signedIn.pendingToken : ''
  const cookie = (await pendingSignInCookie.serialize(token)).split(';')[0] as string
  return {
    params: {},
    cookie,
    key,
    codes,
    fresh: { oneTimeCode: codeAt(key, Date.now()), recoveryCode: codes[0] ?? '' },
  }
}

const is = (world: World, who: Exclude<Who, 'anonymous'>) => world.persons[who] as Person

/** A problem with two needs, a third beside it, and another problem. */
export async function problemAnd(world: World): Promise<Made> {
  const own = { organisationId: world.ownOrganisation.id, author: is(world, 'own') }
  const loose = (await aNeed(own)).id
  const thing = await world.things.problem()
  const resource = (await aResource()).id
  return { ...thing, fields: { ...thing.fields, loose, loosened: resource } }
}

async function brought(world: World, move: (id: string, absorbedId: string) => Promise<unknown>): Promise<Made> {
  const [kept, absorbed] = [
    await aProblem({ actor: is(world, 'coordinator') }),
    await aProblem({ actor: is(world, 'coordinator') }),
  ]
  await move(kept.id, absorbed.id)
  return { params: { number: String(absorbed.number) } }
}

export async function meeting(until: 'planned' | 'called' | 'in_session', world: World): Promise<Made> {
  const members = [await member(world), is(world, 'committee'), await member(world)]
  const held = await aMeeting({ until, members, quorum: 2, items: reports })
  const round = await aClosedRound([(await aProblem({ actor: is(world, 'coordinator') })).id])
  const [first, second] = held.itemIds
  return {
    params: { id: held.meetingId, item: second ?? '', first: first ?? '' },
    fields: {
      chairId: members[0]?.id ?? '',
      memberId: members[2]?.id ?? '',
      // The builder notes all of them as present at the opening.
      seen: seenAs(
        attendanceNoted(until === 'in_session' ? members.map(({ id }) => ({ personId: id, present: true })) : []),
      ),
      secretaryId: held.coordinator.id,
      roundId: round.id,
      problemId: (await aProblem({ actor: is(world, 'coordinator') })).id,
    },
  }
}
const reports = [
  { kind: 'report' as const, title: 'Läget' },
  { kind: 'other' as const, title: 'Nästa steg', proposal: 'att gå vidare' },
]
const member = (world: World) =>
  aPerson({ name: 'Leila Hosseini', roles: [{ role: 'committee_member', organisationId: world.otherOrganisation.id }] })

const draftRound = (world: World) => round(world, 'draftRound')

export async function round(
  world: World,
  name: 'draftRound' | 'openRound' | 'revealedRound' | 'closedRound' | 'publishedRound',
): Promise<Made> {
  const { params, fields } = await world.things[name]()
  const [stored] = await db
    .select({ version: rounds.version })
    .from(rounds)
    .where(eq(rounds.id, fields?.roundId ?? ''))
  const [problem, person] = [await aProblem({ actor: is(world, 'coordinator') }), await someone('assessor')]
  return { params, fields: { ...fields, version: String(stored?.version), problem: problem.id, newcomer: person.id } }
}

/** A decision that asks for resources, and a commitment to it. */
async function decided(world: World): Promise<Made> {
  const members = [await member(world), is(world, 'committee'), await member(world)]
  const held = await aMeeting({ members, quorum: 2 })
  const { id: decisionId, registryNumber } = await recordDecision(
    held.coordinator,
    held.itemIds[0] as string,
    aDecision({ needed: [{ competence: 'law', personMonths: 6 }], neededMonths: 6, neededSek: 1000 }),
  )
  const commitmentId = await commitResources(is(world, 'resourceOwner'), decisionId, {
    organisationId: world.otherOrganisation.id,
    competence: 'law',
    personMonths: 1,
  })
  return { params: { number: registryNumber }, search: `?commitment=${commitmentId}`, fields: { commitmentId } }
}

async function anImport(world: World, until: 'uploaded' | 'checked' | 'running' | 'done'): Promise<Made> {
  const rows = [[newId(), `Rubrik ${newId()}`, 'Text', 'Granåsa kommun', '', '']]
  const actor = is(world, 'network')
  const made = (importId: string): Made => ({ params: { id: importId } })
  if (until === 'uploaded')
    return made(await uploadImport(actor, { networkId: world.network.id, fileName: 'lista.csv', bytes: aFile(rows) }))
  const importId = await aCheckedImport(actor, world.network.id, rows)
  if (until === 'running') await startImport(actor, importId, {})
  if (until === 'done') await carriedOut(actor, importId)
  return made(importId)
}

const needWords = {
  title: text('Vi vågar inte använda data', 150),
  description: text('Ingen hos oss kan säga om vi får.', 4000),
  affected: text('Äldre', 2000, optional),
  whoElse: text('Regioner', 1000, optional),
  domainArea: choice('', optional),
  needArea: choice('', optional),
  consequence: text('Fler fall', 2000, optional),
  tried: text('Vi har frågat', 2000, optional),
  dataKind: choice('', optional),
  pattern: choice('', optional),
  legalQuestions: text('Får vi?', 2000, optional),
  competences: choice('law', optional),
  confidentiality: number('1', { optional: true, unseen: true }),
  integrity: number('1', { optional: true, unseen: true }),
  availability: number('1', { optional: true, unseen: true }),
  urgency: choice('high', optional),
  urgencyReason: text('Det haster', 1000, optional),
  euRelevance: text('Ja', 1000, optional),
  contactName: text('Maria', 120, optional),
  contactEmail: choice('maria@granasa.example', optional),
}
const organisationWords = (ended: More = {}) => ({
  name: text(`Nyvalla ${newId()}`, 200),
  nameEn: text('Nyvalla municipality', 200, optional),
  kind: choice('municipality'),
  number: number('', optional),
  pic: number('', optional),
  code: text('', 40, optional),
  seat: choice('', optional),
  endedOn: day('', { ...optional, ...ended }),
})
const networkWords = () => ({
  name: text(`Nätverket ${newId()}`, 200),
  nameEn: text('The network', 200, optional),
  description: text('Delar behov.', 1000),
  descriptionEn: text('Shares needs.', 1000, optional),
})
const settings = {
  title: text('Hösten 2026', 120),
  assessBy: day('2099-12-20', optional),
  topPlaces: number('2'),
  capMonths: number('10', optional),
  capSek: number('1000', optional),
}
const meetingWords = (thing: Made) => ({
  title: text('Ordinarie möte', 200),
  day: day('2099-12-11'),
  time: choice('09:00'),
  place: text('Stora salen', 200, optional),
  quorum: number('2'),
  chairId: id(thing.fields?.chairId, optional),
  secretaryId: id(thing.fields?.secretaryId, optional),
})
const itemWords = (thing: Made) => ({
  title: text('En punkt', 200),
  text: text('Vad det handlar om', 20_000, optional),
  proposal: text('att gå vidare', 20_000, optional),
  rapporteurId: id(thing.fields?.memberId, optional),
  secret: choice('yes', optional),
  secrecyProvision: text('18 kap. 8 § OSL', 300, optional),
})
const criterionWords = {
  'name.sv': text('Nytta', 60),
  'question.sv': text('Hur stor är nyttan?', 200),
  'name.en': text('Benefit', 60),
  'question.en': text('How large is the benefit?', 200),
  ...Object.fromEntries(
    ['sv', 'en'].flatMap((locale) => [0, 1, 2, 3, 4].map((step) => [`step.${locale}.${step}`, text('Lite', 300)])),
  ),
}
const firstCriterion = defaultCriteria[0]?.key ?? ''
const assessed = (unseen: More = {}) => ({
  [`score-${firstCriterion}`]: number('3', { ...optional, unseen: true }),
  [`reason-${firstCriterion}`]: text('Många har behovet.', 2000, { ...optional, ...unseen }),
})
const needIds = (thing: Made) => id(thing.fields?.need)
const sheet = () => new File([aFile([[newId(), 'Rubrik', 'Text', 'Granåsa kommun', '', '']])], 'lista.csv')
const nameList = () => new File([`Namn;Slag\nNyvalla ${newId()};kommun`], 'lista.csv')

export const rows: Record<string, Row> = {
  account: { as: 'own', thing: 'nothing', fields: () => ({ name: text('Maria Edholm', 120), locale: choice('sv') }) },
  'account_.password': {
    as: 'own',
    thing: account,
    fields: () => ({ currentPassword: secret(password), newPassword: secret('fem andra ord utan samband') }),
  },
  'account_.second-factor': { as: 'own', thing: account, fields: () => ({ currentPassword: secret(password) }) },
  'account_.second-factor_.confirmation': {
    as: 'own',
    thing: async () => {
      const person = await withPassword()
      return { params: {}, person, fresh: { oneTimeCode: codeAt(await beginFactor(person), Date.now()) } }
    },
    fields: () => ({ oneTimeCode: secret('000000') }),
  },
  'account_.second-factor_.recovery-codes': {
    as: 'own',
    thing: async () => ({ params: {}, person: (await withFactor()).person }),
    fields: () => ({ currentPassword: secret(password) }),
  },
  'account_.sessions.$id.revocation': { as: 'own', thing: 'session' },
  'account_.sessions.revocation': { as: 'own', thing: 'session' },

  'admin_.jobs_.$id.retry': { as: 'administrator', thing: 'parkedJob' },
  'admin_.people_.$id_.deactivation': {
    as: 'administrator',
    thing: 'account',
    fields: () => ({ reason: reason(1000) }),
  },
  'admin_.people_.$id_.reactivation': { as: 'administrator', thing: 'closedAccount' },
  'admin_.people_.$id_.second-factor-reset': {
    as: 'administrator',
    thing: async () => ({ params: { id: (await withFactor()).person.id } }),
    fields: () => ({ reason: reason(1000) }),
  },
  'admin_.people_.$id_.roles': {
    as: 'administrator',
    thing: 'account',
    fields: (_thing, world) => ({
      role: choice('resource_owner'),
      organisationId: id(world.ownOrganisation.id),
      // Only some roles are in a network; for the others it is not read.
      networkId: { ...id('', optional), kind: 'back' },
    }),
  },
  'admin_.roles.$id.ending': { as: 'administrator', thing: 'role', fields: () => ({ reason: reason(1000) }) },
  'admin_.roles.$id.review': { as: 'administrator', thing: 'role' },
  'admin_.trail': {
    as: 'administrator',
    thing: 'nothing',
    fields: () => ({ expected: choice('', optional) }),
  },

  'sign-in': {
    as: 'anonymous',
    thing: async () => ({ params: {}, fresh: { email: (await withPassword()).email } }),
    fields: () => ({ email: text('ingen@granasa.example', 200), password: secret(password), back }),
  },
  'sign-in_.as': {
    as: 'anonymous',
    thing: async () => ({ params: {}, fresh: { person: (await aPerson()).id } }),
    fields: () => ({ person: id('unknown'), back }),
  },
  'sign-in_.code': { as: 'anonymous', thing: awaitingCode, fields: () => ({ oneTimeCode: secret('000000'), back }) },
  'sign-in_.recovery-code': {
    as: 'anonymous',
    thing: awaitingCode,
    fields: () => ({ recoveryCode: secret('aaaa-aaaa'), back }),
  },
  'sign-in_.password': {
    as: 'anonymous',
    thing: 'nothing',
    fields: () => ({ email: text('ingen@granasa.example', 200) }),
  },
  'sign-in_.password_.$token': {
    as: 'anonymous',
    thing: async () => ({ params: { token: (await makePasswordLink((await withPassword()).email))?.token ?? '' } }),
    fields: () => ({ newPassword: secret('fem andra ord utan samband') }),
  },
  'sign-out': { as: 'own', thing: async () => ({ params: {}, person: await aPerson() }) },
  'invitations_.new': {
    as: 'coordinator',
    thing: async () => ({ params: {}, fresh: { email: `${newId()}@granasa.example` } }),
    fields: (_thing, world) => ({
      name: text('Ny Person', 120),
      email: text('ny@granasa.example', 200),
      role: choice('assessor'),
      organisationId: id(world.ownOrganisation.id),
      // Only some roles are in a network; for the others it is not read.
      networkId: { ...id('', optional), kind: 'back' },
    }),
  },
  'invitations_.$id_.withdrawal': { as: 'coordinator', thing: 'invitation' },
  'invitations_.$token': {
    as: 'anonymous',
    thing: 'invitation',
    fields: () => ({ name: text('Ny Person', 120), newPassword: secret(password) }),
  },
  'invitations_.$token_.acceptance': {
    as: 'own',
    thing: async (world) => {
      const person = await aPerson()
      const given = { name: person.name, email: person.email, role: 'assessor', networkId: null } as const
      const { token } = await invitePerson(
        is(world, 'coordinator'),
        { ...given, organisationId: world.ownOrganisation.id },
        'http://x',
      )
      return { params: { token }, person }
    },
  },

  'organisations_.new': {
    as: 'coordinator',
    thing: 'nothing',
    fields: () => organisationWords({ unseen: true }),
  },
  'organisations_.$key_.details': {
    as: 'coordinator',
    thing: async () => {
      const { key, name, nameEn, kind } = await anOrganisation()
      const seen = seenAs({ name, nameEn, kind, number: null, pic: null, code: null, seat: null, endedOn: null })
      return { params: { key }, fields: { seen } }
    },
    fields: (thing) => ({ ...organisationWords(), seen: version(thing.fields?.seen) }),
  },
  'organisations_.import': {
    as: 'coordinator',
    thing: 'nothing',
    // Whatever is no kind leaves it to the list.
    fields: () => ({ kind: { ...choice('municipality', optional), kind: 'back' } }),
    file: nameList,
    again: 'two uploads are two readings of a file; nothing is in the register before one is confirmed',
  },
  'organisations_.import_.$id': {
    as: 'coordinator',
    thing: async (world) => ({
      params: { id: await keepOrganisationList(is(world, 'coordinator'), 'lista.csv', []) },
    }),
  },
  'networks_.new': { as: 'coordinator', thing: 'nothing', fields: networkWords },
  'networks_.$key_.details': {
    as: 'coordinator',
    thing: async () => {
      const { key, name, nameEn, description, descriptionEn } = await aNetwork()
      return { params: { key }, fields: { seen: seenAs({ name, nameEn, description, descriptionEn }) } }
    },
    fields: (thing) => ({ ...networkWords(), seen: version(thing.fields?.seen) }),
  },
  'networks_.$key_.members': {
    as: 'coordinator',
    thing: async (world) => ({
      params: { key: world.network.key },
      fields: { organisationId: (await anOrganisation()).id },
    }),
    fields: (thing) => ({ organisationId: id(thing.fields?.organisationId), since: day('2026-03-01') }),
  },
  'networks_.$key_.members_.$id_.ending': {
    as: 'coordinator',
    thing: 'membership',
    fields: () => ({ until: day('2026-11-01') }),
  },
  follows: {
    as: 'other',
    thing: 'need',
    fields: (thing) => ({ noun: choice('need'), id: id(thing.params.id), back }),
  },
  'follows_.removal': {
    as: 'other',
    thing: 'need',
    // To stop following what one does not follow changes nothing, whatever it is.
    fields: (thing) => ({ noun: choice('need'), id: { ...id(thing.params.id), kind: 'back' }, back }),
  },
  'notices_.$id_.reading': { as: 'own', thing: 'notice' },
  'notices_.reading': { as: 'own', thing: 'notice' },

  'needs.new': {
    as: 'own',
    thing: 'nothing',
    fields: (_thing, world) => ({ organisationId: id(world.ownOrganisation.id) }),
  },
  'needs.$id.acknowledgement': { as: 'coordinator', thing: 'need' },
  'needs.$id.confirmation': { as: 'own', thing: 'relayedNeed' },
  'needs.$id.correction': {
    as: 'own',
    thing: 'relayedNeed',
    fields: () => ({ ...needWords, version: version() }),
  },
  'needs.$id.disownment': { as: 'own', thing: 'relayedNeed', fields: () => ({ reason: reason(1000) }) },
  'needs.$id.draft': {
    as: 'own',
    thing: 'draft',
    script: true,
    fields: () => ({ step: choice('need'), title: needWords.title, description: needWords.description }),
  },
  'needs.$id.duplicate': {
    as: 'coordinator',
    thing: async (world) => ({ ...(await world.things.need()), fields: { original: (await aNeed()).id } }),
    fields: (thing) => ({ original: text(thing.fields?.original ?? '', 300), reason: reason(1000, optional) }),
  },
  'needs.$id.duplicate_.removal': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await world.things.need()
      await linkDuplicate(is(world, 'coordinator'), thing.params.id ?? '', (await aNeed()).id, '')
      return thing
    },
  },
  'needs.$id.endorsement': {
    as: 'other',
    thing: 'need',
    fields: (_thing, world) => ({
      organisationId: id(world.otherOrganisation.id),
      comment: text('Vi med', 1000, optional),
    }),
  },
  'needs.$id.endorsement_.withdrawal': {
    as: 'other',
    thing: async (world) => {
      const thing = await world.things.need()
      const organisationId = world.otherOrganisation.id
      await endorseNeed(is(world, 'other'), thing.params.id ?? '', { organisationId, comment: '' })
      return thing
    },
    fields: (_thing, world) => ({ organisationId: id(world.otherOrganisation.id) }),
  },
  'needs.$id.form.$step': {
    as: 'own',
    thing: async (world) => {
      const { params } = await world.things.draft()
      return { params: { ...params, step: 'need' } }
    },
    fields: () => ({ title: needWords.title, description: needWords.description }),
  },
  'needs.$id.referral': {
    as: 'coordinator',
    thing: 'need',
    fields: () => ({ kind: choice('guidance'), resourceId: id('', optional), answer: text('Läs här.', 4000) }),
  },
  'needs.$id.referral-reply': {
    as: 'own',
    thing: 'referredNeed',
    fields: () => ({ helped: choice('no'), reply: text('Det hjälpte inte.', 1000) }),
  },
  'needs.$id.removal': { as: 'own', thing: 'draft' },
  'needs.$id.reopening': { as: 'own', thing: 'referredNeed', fields: () => ({ reason: reason(1000) }) },
  'needs.$id.revision': {
    as: 'own',
    thing: 'need',
    fields: () => ({ ...needWords, reason: reason(1000), version: version() }),
  },
  'needs.$id.similar': {
    as: 'own',
    thing: 'draft',
    script: true,
    fields: () => ({ title: needWords.title, description: needWords.description }),
  },
  'needs.$id.submission': { as: 'own', thing: 'draft' },
  'needs.$id.withdrawal': { as: 'own', thing: 'need', fields: () => ({ reason: reason(1000) }) },

  'imports._index': {
    as: 'network',
    thing: 'nothing',
    fields: (_thing, world) => ({ network: id(world.network.id) }),
    file: sheet,
    again: 'two uploads are two lists to look at; nothing is submitted before one is run',
  },
  'imports.$id.columns': {
    as: 'network',
    thing: (world) => anImport(world, 'uploaded'),
    fields: () =>
      Object.fromEntries(
        Object.entries(listColumns).map(([at, column]) => [`column-${at}`, choice(column as string, optional)]),
      ),
  },
  'imports.$id.run': { as: 'network', thing: (world) => anImport(world, 'checked') },
  'imports.$id.stop': { as: 'network', thing: (world) => anImport(world, 'running') },
  'imports.$id.undo': { as: 'network', thing: (world) => anImport(world, 'done') },
  'imports.$id.removal': { as: 'network', thing: (world) => anImport(world, 'checked') },

  'inbox_.placement': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await problemAnd(world)
      return { ...thing, search: `?need=${thing.fields?.loose}` }
    },
    fields: (thing) => ({
      need: id(thing.fields?.loose),
      to: { ...id(thing.params.number), kind: 'number', unseen: true },
      reason: reason(1000, optional),
    }),
  },
  'inbox_.strictness': {
    as: 'coordinator',
    thing: async () => ({ params: {}, search: '?steps=1' }),
    fields: () => ({ steps: choice('1', { unseen: true }), reason: reason(1000) }),
    again: 'the same strictness again is one more entry with its reason',
  },
  'terms_.new': {
    as: 'coordinator',
    thing: 'nothing',
    fields: () => ({
      concept: text(`begrepp ${newId()}`, 200),
      sv: text(`ord ${newId()}`, 4000),
      en: text('', 4000, optional),
    }),
  },
  'terms_.$id': {
    as: 'coordinator',
    thing: async (world) => {
      const { params, fields } = await world.things.term()
      const { concept, sv, en } = (await findTerm(is(world, 'coordinator'), params.id ?? '')) ?? {}
      return { params, fields: { ...fields, seen: seenAs({ concept, sv, en }) } }
    },
    fields: (thing) => ({
      concept: text(thing.fields?.concept ?? '', 200),
      sv: text(`ord ${newId()}`, 4000),
      en: text('', 4000, optional),
      seen: version(thing.fields?.seen),
    }),
  },
  'terms_.$id_.removal': { as: 'coordinator', thing: 'term' },

  'problems_.new': {
    as: 'coordinator',
    thing: async () => ({ params: {}, fields: { need: (await aNeed()).id } }),
    fields: (thing) => ({
      title: text('Dela data', 150),
      description: text('Många kan inte.', 4000, optional),
      needArea: choice('', optional),
      need: id(thing.fields?.need, optional),
      reason: reason(1000, optional),
    }),
  },
  'problems_.$number_.addition': {
    as: 'coordinator',
    thing: problemAnd,
    fields: (thing) => ({ need: id(thing.fields?.loose), reason: reason(1000, optional) }),
  },
  'problems_.$number_.declining': { as: 'coordinator', thing: 'problem', fields: () => ({ reason: reason(1000) }) },
  'problems_.$number_.endorsement': {
    as: 'other',
    thing: 'problem',
    fields: (_thing, world) => ({
      organisation: id(world.otherOrganisation.id),
      answer: choice('shares'),
      comment: text('Vi med', 1000, optional),
    }),
  },
  'problems_.$number_.endorsement_.removal': {
    as: 'other',
    thing: async (world) => {
      const thing = await world.things.problem()
      const organisationId = world.otherOrganisation.id
      const answer = { organisationId, answer: 'shares' as const, comment: '' }
      await endorseProblem(is(world, 'other'), thing.params.id ?? '', answer)
      return thing
    },
    fields: (_thing, world) => ({ organisation: id(world.otherOrganisation.id) }),
  },
  'problems_.$number_.merge': {
    as: 'coordinator',
    thing: 'problem',
    fields: (thing) => ({
      absorbed: { ...id(thing.fields?.absorbed), kind: 'number', unseen: true },
      reason: reason(1000, optional),
    }),
  },
  'problems_.$number_.move': {
    as: 'coordinator',
    thing: 'problem',
    fields: (thing) => ({
      need: needIds(thing),
      to: { ...id(thing.fields?.to), kind: 'number', unseen: true },
      reason: reason(1000, optional),
    }),
  },
  'problems_.$number_.name': {
    as: 'coordinator',
    thing: 'problem',
    fields: () => ({
      title: text('Dela data säkert', 150),
      description: text('Många kan inte.', 4000, optional),
      needArea: choice('', optional),
      reason: reason(1000, optional),
      version: version(),
    }),
  },
  'problems_.$number_.opening': {
    as: 'coordinator',
    thing: 'proposedProblem',
    fields: () => ({ reason: reason(1000, { ...optional, unseen: true }) }),
  },
  'problems_.$number_.parking': {
    as: 'coordinator',
    thing: 'problem',
    fields: () => ({
      reason: reason(1000),
      wakeOn: day('2027-03-01', optional),
      wakeWhen: text('när lagen ändras', 300, optional),
    }),
  },
  'problems_.$number_.question': {
    as: 'coordinator',
    thing: async (world) => ({
      ...(await world.things.problem()),
      fields: { organisation: (await anOrganisation()).id },
    }),
    fields: (thing) => ({ organisation: id(thing.fields?.organisation) }),
    again: 'a question may be put again: each is one event that says how many were asked',
  },
  'problems_.$number_.removal': {
    as: 'coordinator',
    thing: 'problem',
    fields: (thing) => ({ need: needIds(thing), reason: reason(1000, optional) }),
  },
  'problems_.$number_.resource': {
    as: 'coordinator',
    thing: problemAnd,
    fields: (thing) => ({ resource: id(thing.fields?.loosened) }),
  },
  'problems_.$number_.resource_.removal': {
    as: 'coordinator',
    thing: 'problem',
    fields: (thing) => ({ resource: id(thing.fields?.resource) }),
  },
  'problems_.$number_.split': {
    as: 'coordinator',
    thing: 'problem',
    fields: (thing) => ({
      need: needIds(thing),
      title: text('En del av det', 150),
      description: text('Det andra.', 4000, { ...optional, unseen: true }),
      reason: reason(1000, optional),
    }),
  },
  'problems_.$number_.unmerge': {
    as: 'coordinator',
    thing: (world) => brought(world, (id, absorbed) => mergeProblems(is(world, 'coordinator'), id, absorbed, '')),
    fields: () => ({ reason: reason(1000, optional) }),
  },
  'problems_.$number_.waking': {
    as: 'coordinator',
    thing: (world) => brought(world, (_id, other) => declineProblem(is(world, 'coordinator'), other, 'Löst')),
    fields: () => ({ reason: reason(1000, optional) }),
  },
  'suggestions_.$id_.acceptance': { as: 'coordinator', thing: 'suggestion', fields: () => ({ back }) },
  'suggestions_.$id_.change': {
    as: 'coordinator',
    thing: async (world) => {
      const { params, fields } = await world.things.suggestion()
      const { number } = await aProblem({ actor: is(world, 'coordinator') })
      return { params, fields: { need: fields?.need ?? '', to: String(number) } }
    },
    fields: (thing) => ({
      to: { ...id(thing.fields?.to, optional), kind: 'number', unseen: true },
      need: { ...needIds(thing), optional: true },
      title: text('', 150, { ...optional, unseen: true }),
      description: text('', 4000, { ...optional, unseen: true }),
      reason: reason(1000, optional),
      back,
    }),
  },
  'suggestions_.$id_.rejection': { as: 'coordinator', thing: 'suggestion', fields: () => ({ back }) },
  'suggestions_.$id_.undo': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await world.things.suggestion()
      await acceptSuggestion(is(world, 'coordinator'), thing.params.id ?? '')
      return thing
    },
  },

  'rounds.new': { as: 'coordinator', thing: 'nothing', fields: () => settings },
  'rounds.$number.settings': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({ ...settings, version: version(thing.fields?.version) }),
  },
  'rounds.$number.problems': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({
      problem: id(thing.fields?.problem),
      [`months-${thing.fields?.problem}`]: number('2', optional),
      [`sek-${thing.fields?.problem}`]: number('100', optional),
      version: version(thing.fields?.version),
    }),
  },
  'rounds.$number.assessors._index': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({ person: id(thing.fields?.newcomer), version: version(thing.fields?.version) }),
  },
  'rounds.$number.assessors.withdrawal': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await world.things.openRound()
      return { ...thing, search: `?person=${thing.fields?.person}` }
    },
    fields: (thing) => ({ person: id(thing.fields?.person), reason: reason(500) }),
  },
  'rounds.$number.criteria._index': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({
      ...Object.fromEntries(defaultCriteria.map(({ key }) => [`weight-${key}`, number('10')])),
      version: version(thing.fields?.version),
    }),
  },
  'rounds.$number.criteria.$key': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({ ...criterionWords, version: version(thing.fields?.version) }),
  },
  'rounds.$number.equal-weights': {
    as: 'coordinator',
    thing: draftRound,
    fields: (thing) => ({ version: version(thing.fields?.version) }),
  },
  'rounds.$number.opening': { as: 'coordinator', thing: draftRound },
  'rounds.$number.reveal': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await world.things.openRound()
      const roundId = thing.fields?.roundId ?? ''
      const taking = await db.select().from(roundAssessors).where(eq(roundAssessors.roundId, roundId))
      const all = await db.select({ id: problems.id, number: problems.number }).from(problems)
      const problem = all.find((one) => String(one.number) === thing.params.problem)
      for (const { personId } of taking)
        await saveAssessment({ ...is(world, 'assessor'), id: personId }, roundId, problem?.id ?? '', scoresOf(2))
      return thing
    },
  },
  'rounds.$number.closing': { as: 'coordinator', thing: 'revealedRound' },
  'rounds.$number.publication': { as: 'coordinator', thing: 'closedRound' },
  'rounds.$number.assessment.$problem._index': { as: 'assessor', thing: 'openRound', fields: () => assessed() },
  'rounds.$number.assessment.$problem.draft': {
    as: 'assessor',
    thing: 'openRound',
    script: true,
    fields: () => assessed(),
  },
  'rounds.$number.assessment.$problem.recusal': {
    as: 'assessor',
    thing: 'openRound',
    fields: () => ({ ground: choice('other'), reason: reason(500) }),
  },
  'rounds.$number.assessment.$problem.recusal-withdrawal': {
    as: 'assessor',
    thing: async (world) => {
      const thing = await world.things.openRound()
      const all = await db.select({ id: problems.id, number: problems.number }).from(problems)
      const problem = all.find((one) => String(one.number) === thing.params.problem)
      await recuseFromProblem(is(world, 'assessor'), thing.fields?.roundId ?? '', problem?.id ?? '', 'Släkt')
      return thing
    },
  },
  'rounds.$number.assessment.completion': {
    as: 'assessor',
    thing: async (world) => {
      const thing = await world.things.openRound()
      const roundId = thing.fields?.roundId ?? ''
      const { roundProblems } = await import('../../db/schema/priorities.ts')
      const all = await db.select().from(roundProblems).where(eq(roundProblems.roundId, roundId))
      for (const { problemId } of all) await saveAssessment(is(world, 'assessor'), roundId, problemId, scoresOf(2))
      return thing
    },
  },

  'meetings_.new': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: (thing) => ({ body: choice('committee'), ...meetingWords(thing) }),
  },
  'meetings_.$id_.change': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: (thing) => ({ ...meetingWords(thing), version: version('1') }),
  },
  'meetings_.$id_.calling': { as: 'coordinator', thing: (world) => meeting('planned', world) },
  'meetings_.$id_.opening': { as: 'coordinator', thing: (world) => meeting('called', world) },
  'meetings_.$id_.attendance': {
    as: 'coordinator',
    thing: (world) => meeting('in_session', world),
    fields: (thing) => ({ present: id(thing.fields?.memberId, optional), seen: version(thing.fields?.seen) }),
  },
  'meetings_.$id_.minutes': {
    as: 'coordinator',
    thing: async (world) => {
      const members = [await member(world), is(world, 'committee'), await member(world)]
      const held = await aMeeting({ members, quorum: 2, items: [{ kind: 'report', title: 'Läget' }] })
      const seen = (await draftMinutes(is(world, 'coordinator'), held.meetingId))?.seen ?? ''
      return { params: { id: held.meetingId }, fields: { memberId: members[2]?.id ?? '', seen } }
    },
    fields: (thing) => ({ approverId: id(thing.fields?.memberId), seen: version(thing.fields?.seen) }),
    meanwhile: async (thing, world) => {
      const present = [is(world, 'committee').id, thing.fields?.memberId ?? '']
      await setAttendance(is(world, 'coordinator'), thing.params.id ?? '', present)
    },
  },
  'meetings_.$id_.round-places': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: (thing) => ({ roundId: id(thing.fields?.roundId), places: number('1') }),
  },
  'meetings_.$id_.items_.new': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: (thing) => ({
      kind: choice('report'),
      problemId: id('', optional),
      roundId: id('', optional),
      ...itemWords(thing),
    }),
  },
  'meetings_.$id_.items_.$item_.wording': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: (thing) => ({ ...itemWords(thing), version: version('1') }),
  },
  'meetings_.$id_.items_.$item_.position': {
    as: 'coordinator',
    thing: (world) => meeting('planned', world),
    fields: () => ({ direction: choice('up') }),
  },
  'meetings_.$id_.items_.$item_.removal': { as: 'coordinator', thing: (world) => meeting('planned', world) },
  'meetings_.$id_.items_.$item_.withdrawal': {
    as: 'coordinator',
    thing: (world) => meeting('in_session', world),
    fields: () => ({ reason: reason(4000) }),
  },
  'meetings_.$id_.items_.$item_.recusal': {
    as: 'coordinator',
    thing: (world) => meeting('in_session', world),
    fields: (thing) => ({ personId: id(thing.fields?.memberId), reason: reason(4000) }),
  },
  'meetings_.$id_.items_.$item_.recusal-withdrawal': {
    as: 'coordinator',
    thing: async (world) => {
      const thing = await meeting('in_session', world)
      const personId = thing.fields?.memberId ?? ''
      await recuseFromItem(is(world, 'coordinator'), thing.params.item ?? '', { personId, reason: 'Släkt' })
      return thing
    },
    fields: (thing) => ({ personId: id(thing.fields?.memberId) }),
  },
  'meetings_.$id_.items_.$item_.decision': {
    as: 'coordinator',
    thing: async (world) => {
      const members = [await member(world), is(world, 'committee'), await member(world)]
      const held = await aMeeting({ members, quorum: 2 })
      return {
        params: { id: held.meetingId, item: held.itemIds[0] ?? '' },
        fields: { chairId: members[0]?.id ?? '', memberId: members[2]?.id ?? '' },
      }
    },
    fields: (thing) => ({
      type: choice('thematic_group'),
      title: text('En arbetsgrupp', 200),
      text: text('att bilda en arbetsgrupp', 20_000),
      reasons: text('Många har behovet.', 20_000),
      effectiveOn: day('2026-12-01', optional),
      reviewOn: day('2027-12-01', optional),
      wakeOn: day('', optional),
      wakeWhen: text('', 1000, optional),
      resourceId: id('', optional),
      supersedesId: id('', optional),
      chairId: id(thing.fields?.chairId, optional),
      votesFor: number('2', optional),
      votesAgainst: number('1', optional),
      votesAbstained: number('0', optional),
      [`dissent-${thing.fields?.memberId}`]: text('Jag vill vänta.', 20_000, optional),
      'needed-law': number('3', optional),
      neededMonths: number('6', optional),
      neededSek: number('1000', optional),
      secret: { ...choice('yes', optional), value: [] },
      secrecyProvision: text('', 300, optional),
      secretPassages: text('', 20_000, optional),
    }),
  },
  'decisions_.$number_.commitments': {
    as: 'resourceOwner',
    thing: decided,
    fields: (_thing, world) => ({
      organisationId: id(world.otherOrganisation.id),
      competence: choice('law', optional),
      personMonths: number('1', optional),
      sek: number('100', optional),
      from: day('2026-12-01', optional),
      until: day('2027-12-01', optional),
      note: text('Två jurister', 4000, optional),
    }),
  },
  'decisions_.$number_.commitment-withdrawal': {
    as: 'resourceOwner',
    thing: decided,
    fields: (thing) => ({ commitmentId: id(thing.fields?.commitmentId), reason: reason(4000) }),
  },
}
