/** Everybody who comes to the site, and one of each thing, each belonging to somebody: for tests of who reaches what. */
import { eq } from 'drizzle-orm'
import { lockMinutes } from '../../app/domain/committee/meeting-commands.server.ts'
import { recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import { referNeed } from '../../app/domain/needs/referral-commands.server.ts'
import { withdrawNeed } from '../../app/domain/needs/need-commands.server.ts'
import { defaultCriteria } from '../../app/domain/priorities/default-criteria.ts'
import { linkResource } from '../../app/domain/problems/problem-resources.server.ts'
import { invitePerson } from '../../app/domain/people/invitation-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { listSessions, startSession } from '../../app/domain/people/sessions.server.ts'
import { inviteAssessors } from '../../app/domain/priorities/round-commands.server.ts'
import { db } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { events } from '../../db/schema/events.ts'
import { jobs } from '../../db/schema/jobs.ts'
import { imports } from '../../db/schema/imports.ts'
import { notices } from '../../db/schema/notices.ts'
import { memberships } from '../../db/schema/organisations.ts'
import { people, roles } from '../../db/schema/people.ts'
import { addTerm } from '../../app/domain/problems/term-commands.server.ts'
import { suggestions } from '../../db/schema/problems.ts'
import { aDecision, aMeeting } from '../domain/committee/committee-builders.ts'
import { aProblem } from '../domain/problems/problem-builders.ts'
import { aNetwork, aNetworkCoordinator, anOrganisation, aPerson, aRepresentative } from './builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource } from './builders-needs.ts'
import { aRound, scoresOf } from './builders-rounds.ts'

export const everybody = [
  'anonymous',
  'own',
  'other',
  'network',
  'foreignNetwork',
  'coordinator',
  'assessor',
  'foreignAssessor',
  'committee',
  'resourceOwner',
  'administrator',
  'partner',
] as const
/** `own` represents the organisation whose things these are, `network` coordinates its network, `assessor` sits in its rounds. */
export type Who = (typeof everybody)[number]

type Params = Record<string, string>
/** What an address needs, and what the fields of a form may need to name. */
export interface Thing {
  params: Params
  fields?: Record<string, string>
}

export async function makeWorld() {
  const [ownOrganisation, otherOrganisation] = [
    await anOrganisation({ name: 'Granåsa kommun' }),
    await anOrganisation({ name: 'Ekvalla kommun' }),
  ]
  const network = await aNetwork({ members: [ownOrganisation.id] })
  const holding = (role: Person['roles'][number]['role']) =>
    aPerson({ name: `Person som ${role}`, roles: [{ role, organisationId: otherOrganisation.id }] })
  const persons: Record<Who, Person | null> = {
    anonymous: null,
    own: await aRepresentative(ownOrganisation.id, 'Maria Edholm'),
    other: await aRepresentative(otherOrganisation.id, 'Tove Hagman'),
    network: await aNetworkCoordinator(network.id),
    foreignNetwork: await aNetworkCoordinator((await aNetwork()).id),
    coordinator: await aPerson({ name: 'Ingrid Ståhl', roles: [{ role: 'coordinator' }] }),
    assessor: await holding('assessor'),
    foreignAssessor: await holding('assessor'),
    committee: await holding('committee_member'),
    resourceOwner: await holding('resource_owner'),
    administrator: await aPerson({ name: 'Yrsa Lind', roles: [{ role: 'administrator' }] }),
    partner: await holding('partner'),
  }
  const is = (who: Exclude<Who, 'anonymous'>) => persons[who] as Person
  const context: Context = { ownOrganisation, otherOrganisation, network, persons, is }
  return {
    ...context,
    things: {
      ...needThings(context),
      ...problemThings(context),
      ...roundThings(context),
      ...committeeThings(context),
      ...personalThings(context),
    },
  }
}
export type World = Awaited<ReturnType<typeof makeWorld>>
export type ThingName = keyof World['things']

interface Context {
  ownOrganisation: { id: string; key: string }
  otherOrganisation: { id: string; key: string }
  network: { id: string; key: string }
  persons: Record<Who, Person | null>
  is: (who: Exclude<Who, 'anonymous'>) => Person
}
const made = (id: string, fields: Record<string, string> = {}): Thing => ({
  params: { id },
  fields: { need: id, id, ...fields },
})

function needThings({ ownOrganisation, network, is }: Context) {
  const own = { organisationId: ownOrganisation.id, author: is('own') }
  const relayed = (words = {}) => aRelayedNeed({ ...own, ...words, networkId: network.id, coordinator: is('network') })
  return {
    nothing: async (): Promise<Thing> => ({ params: {} }),
    draft: async () => made((await aDraft(own)).id),
    need: async () => made((await aNeed(own)).id),
    /** Of class K2, so that only some may read it. */
    restrictedNeed: async () => made((await aNeed({ ...own, confidentiality: 2 })).id),
    relayedNeed: async () => made((await relayed()).id),
    restrictedRelayedNeed: async () => made((await relayed({ confidentiality: 2 })).id),
    referredNeed: async () => {
      const { id } = await aNeed(own)
      await referNeed(is('coordinator'), id, { kind: 'guidance', answer: 'Läs vägledningen.' })
      return made(id)
    },
    withdrawnNeed: async () => {
      const { id } = await aNeed(own)
      await withdrawNeed(is('own'), id, 'Löst')
      return made(id)
    },
    resource: async (): Promise<Thing> => ({ params: { key: (await aResource()).key } }),
    organisation: async (): Promise<Thing> => ({ params: { key: ownOrganisation.key } }),
    theNetwork: async (): Promise<Thing> => ({ params: { key: network.key } }),
    membership: async (): Promise<Thing> => {
      const id = newId()
      const organisationId = (await anOrganisation()).id
      await db.insert(memberships).values({ id, networkId: network.id, organisationId, since: new Date('2026-01-01') })
      return { params: { key: network.key, id } }
    },
    import: async () => {
      const id = newId()
      const row = {
        id,
        networkId: network.id,
        fileName: 'lista.csv',
        fileHash: newId(),
        headings: ['Rubrik'],
        rowCount: 0,
        importedById: is('network').id,
      }
      await db.insert(imports).values({ ...row, status: 'checked', columns: { 0: 'title' }, totals: {} })
      return made(id)
    },
  }
}

function problemThings({ is, ownOrganisation }: Context) {
  const needOf = async () => (await aNeed({ organisationId: ownOrganisation.id, author: is('own') })).id
  const problem = async (status?: 'open' | 'proposed'): Promise<Thing> => {
    const needIds = [await needOf(), await needOf()]
    const { id, number } = await aProblem({ actor: is('coordinator'), needIds, status })
    const other = await aProblem({ actor: is('coordinator') })
    const resource = await aResource()
    await linkResource(is('coordinator'), id, resource.id)
    return {
      params: { number: String(number), id },
      fields: {
        need: needIds[0] as string,
        to: String(other.number),
        absorbed: String(other.number),
        organisation: ownOrganisation.id,
        noun: 'problem',
        id,
        resource: resource.id,
      },
    }
  }
  return {
    problem: () => problem(),
    proposedProblem: () => problem('proposed'),
    term: async () => {
      const concept = `begrepp ${newId()}`
      const id = await addTerm(is('coordinator'), { concept, sv: [`ord ${newId()}`], en: [] })
      return made(id, { concept, sv: `ord ${newId()}` })
    },
    suggestion: async () => {
      const id = newId()
      const [needId, { id: problemId }] = [await needOf(), await aProblem({ actor: is('coordinator') })]
      await db.insert(suggestions).values({
        id,
        kind: 'join',
        status: 'open',
        fingerprint: id,
        leadNeedId: needId,
        needIds: [needId],
        problemId,
        score: 0.7,
        band: 'alike',
        reasons: [],
      })
      return made(id, { need: needId })
    },
  }
}

function roundThings({ is }: Context) {
  const round = (status: 'draft' | 'open' | 'revealed' | 'closed' | 'published') => async (): Promise<Thing> => {
    const { id, number, problems } = await aRoundWith(is('coordinator'), is('assessor'), status)
    return {
      params: { number: String(number), problem: String(problems[0]?.number), key: defaultCriteria[0]?.key ?? '' },
      fields: { roundId: id, person: is('assessor').id },
    }
  }
  return {
    draftRound: round('draft'),
    openRound: round('open'),
    revealedRound: round('revealed'),
    closedRound: round('closed'),
    publishedRound: round('published'),
  }
}

/** A round in which the given person is one of the assessors. */
async function aRoundWith(
  coordinator: Person,
  assessor: Person,
  status: 'draft' | 'open' | 'revealed' | 'closed' | 'published',
) {
  const commands = await import('../../app/domain/priorities/round-commands.server.ts')
  const round = await aRound({ coordinator, status: 'draft', assessors: 1 })
  await inviteAssessors(coordinator, round.id, [assessor.id])
  const everyone = [...round.assessors, assessor]
  if (status === 'draft') return round
  await commands.openRound(coordinator, round.id, { seed: 1 })
  if (status === 'open') return round
  for (const person of everyone) {
    for (const problem of round.problems) await commands.saveAssessment(person, round.id, problem.id, scoresOf(2))
    await commands.finishAssessment(person, round.id)
  }
  await commands.revealRound(coordinator, round.id)
  if (status !== 'revealed') await commands.closeRound(coordinator, round.id)
  if (status === 'published') await commands.publishRound(coordinator, round.id)
  return round
}

function committeeThings({ is, otherOrganisation }: Context) {
  const meeting = async (until: 'planned' | 'called' | 'in_session') => {
    const chair = await aPerson({
      name: 'Anders Wiklund',
      roles: [{ role: 'committee_member', organisationId: otherOrganisation.id }],
    })
    const members = [
      chair,
      is('committee'),
      await aPerson({
        name: 'Leila Hosseini',
        roles: [{ role: 'committee_member', organisationId: otherOrganisation.id }],
      }),
    ]
    const held = await aMeeting({ until, members, quorum: 2 })
    const item = held.itemIds[0] as string
    return {
      held,
      thing: {
        params: { id: held.meetingId, item },
        fields: {
          personId: is('committee').id,
          approverId: chair.id,
          chairId: chair.id,
          secretaryId: is('coordinator').id,
        },
      } satisfies Thing,
    }
  }
  const decided = async (secret: boolean, minuted: boolean): Promise<Thing> => {
    const { held, thing } = await meeting('in_session')
    const { registryNumber, id } = await recordDecision(
      is('coordinator'),
      held.itemIds[0] as string,
      aDecision(secret ? { secret: true, secrecyProvision: '18 kap. 8 § OSL' } : {}),
    )
    if (minuted) await lockMinutes(is('coordinator'), held.meetingId, { approverId: (held.members[1] as Person).id })
    return {
      params: { ...thing.params, number: registryNumber },
      fields: { ...thing.fields, organisationId: otherOrganisation.id, noun: 'decision', decisionId: id },
    }
  }
  return {
    plannedMeeting: async () => (await meeting('planned')).thing,
    calledMeeting: async () => (await meeting('called')).thing,
    openMeeting: async () => (await meeting('in_session')).thing,
    minutedMeeting: () => decided(false, true),
    decision: () => decided(false, true),
    unpublishedDecision: () => decided(false, false),
    secretDecision: () => decided(true, true),
  }
}

function personalThings({ is, ownOrganisation }: Context) {
  const invitation = async () => {
    const given = {
      name: 'Ny Person',
      email: `${newId()}@granasa.example`,
      role: 'assessor',
      organisationId: ownOrganisation.id,
      networkId: null,
    } as const
    return invitePerson(is('coordinator'), given, 'http://x')
  }
  return {
    /** A session of the person who represents the own organisation. */
    session: async () => {
      await startSession(is('own').id, 'another browser')
      return made((await listSessions(is('own').id))[0]?.id ?? '')
    },
    notice: async () => {
      const id = newId()
      const [event] = await db.select({ seq: events.seq }).from(events).limit(1)
      await db.insert(notices).values({
        id,
        personId: is('own').id,
        seq: event?.seq ?? 1,
        verb: id,
        noun: 'need',
        nounId: id,
        data: {},
        at: new Date(),
      })
      return made(id)
    },
    invitation: async (): Promise<Thing> => {
      const { id, token } = await invitation()
      return { params: { id, token } }
    },
    account: async () =>
      made(
        (await aPerson({ name: 'Någon Annan', roles: [{ role: 'assessor', organisationId: ownOrganisation.id }] })).id,
      ),
    closedAccount: async () => {
      const { id } = await aPerson()
      await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, id))
      return made(id)
    },
    role: async () => {
      const { id } = await aPerson({ roles: [{ role: 'assessor', organisationId: ownOrganisation.id }] })
      const [held] = await db.select({ id: roles.id }).from(roles).where(eq(roles.personId, id))
      return made(held?.id ?? '')
    },
    parkedJob: async () => {
      const id = newId()
      await db
        .insert(jobs)
        .values({ id, kind: 'event.follow', payload: { seq: 1 }, status: 'parked', runAt: new Date() })
      return made(id)
    },
  }
}
