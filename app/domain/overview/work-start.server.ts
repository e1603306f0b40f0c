import { and, asc, count, inArray, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks } from '../../../db/schema/organisations.ts'
import { findNextMeeting } from '../committee/meeting-queries.server.ts'
import { listLackingResources } from '../committee/resourcing-queries.server.ts'
import { queueHealth } from '../jobs/job-administration.server.ts'
import { listImports } from '../needs/import-queries.server.ts'
import { networkName } from '../organisations/names.server.ts'
import { listInvitations } from '../people/invitation-queries.server.ts'
import { countAccess } from '../people/people-queries.server.ts'
import { can } from '../people/permissions.ts'
import { hasRole, networksOf, type Person } from '../people/person.ts'
import { findOwnProgress } from '../priorities/assessment-queries.server.ts'
import { listRounds } from '../priorities/round-queries.server.ts'
import { coordinatorStart } from './coordinator-start.server.ts'
import { representativeStart } from './representative-start.server.ts'

/** The start page of a signed-in person: a part for each of the roles, null for those the person does not hold. */
export async function workStart(person: Person) {
  const [coordinator, representative, network, assessor, committee, administrator] = await Promise.all([
    coordinatorStart(person),
    representativeStart(person),
    networkStart(person),
    assessorStart(person),
    committeeStart(person),
    administratorStart(person),
  ])
  return { coordinator, representative, network, assessor, committee, administrator }
}
export type WorkStart = Awaited<ReturnType<typeof workStart>>

/** For each network that the person coordinates: its list, how much of it is confirmed, and the last imports. */
async function networkStart(person: Person) {
  const own = networksOf(person)
  if (own.length === 0) return null
  const [named, counted, imports] = await Promise.all([
    db
      .select({ id: networks.id, key: networks.key, ...networkName })
      .from(networks)
      .where(inArray(networks.id, own))
      .orderBy(asc(networks.name)),
    db
      .select({ networkId: needs.networkId, relay: needs.relay, rows: count() })
      .from(needs)
      .where(and(inArray(needs.networkId, own), ne(needs.status, 'draft'), ne(needs.status, 'withdrawn')))
      .groupBy(needs.networkId, needs.relay),
    listImports(person, 5),
  ])
  return {
    networks: named.map(({ id, ...network }) => {
      const of = (...relays: string[]) =>
        counted
          .filter((row) => row.networkId === id && relays.includes(row.relay))
          .reduce((sum, row) => sum + row.rows, 0)
      return {
        ...network,
        needs: of('none', 'unconfirmed', 'confirmed', 'corrected'),
        unconfirmed: of('unconfirmed'),
        disowned: of('disowned'),
      }
    }),
    imports: imports.map(({ id, fileName, status, rowCount, createdAt }) => ({
      id,
      fileName,
      status,
      rowCount,
      createdAt,
    })),
  }
}
export type NetworkStart = NonNullable<Awaited<ReturnType<typeof networkStart>>>

/** Rounds that wait for the person's scores, with how far the person has come. Nobody else's progress. */
async function assessorStart(person: Person) {
  if (!hasRole(person, 'assessor')) return null
  const rounds = await listRounds(person)
  const open = rounds.filter((round) => round.assess)
  const progress = await Promise.all(open.map((round) => findOwnProgress(person, round.number)))
  return {
    open: open.map(({ number, title, assessBy }, at) => {
      const own = progress[at]
      const next = own?.problems.find((problem) => problem.progress !== 'done' && problem.progress !== 'recused')
      return {
        number,
        title,
        assessBy,
        done: (own?.done ?? 0) + (own?.recused ?? 0),
        of: own?.problems.length ?? 0,
        next: next?.number ?? null,
      }
    }),
    results: rounds
      .filter((round) => ['revealed', 'closed', 'published'].includes(round.status))
      .slice(0, 3)
      .map(({ number, title, status }) => ({ number, title, status })),
  }
}
export type AssessorStart = NonNullable<Awaited<ReturnType<typeof assessorStart>>>

async function committeeStart(person: Person) {
  if (!hasRole(person, 'committee_member', 'resource_owner')) return null
  const [next, lacking] = await Promise.all([findNextMeeting(person), listLackingResources(person)])
  return { next: next ?? null, lacking: hasRole(person, 'resource_owner') ? lacking : null }
}
export type CommitteeStart = NonNullable<Awaited<ReturnType<typeof committeeStart>>>

async function administratorStart(person: Person) {
  if (!can(person, 'person.administer')) return null
  const [access, queue, invitations] = await Promise.all([countAccess(person), queueHealth(), listInvitations(person)])
  return {
    access,
    parked: queue.parked,
    waiting: invitations.filter((invitation) => invitation.state === 'waiting').length,
  }
}
export type AdministratorStart = NonNullable<Awaited<ReturnType<typeof administratorStart>>>
