import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { people, roles, secondFactors } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { can } from './permissions.ts'
import type { Person, RoleName, Viewer } from './person.ts'
import { reviewDue, reviewState } from './role.ts'

const grantedBy = alias(people, 'granted_by')
const reviewedBy = alias(people, 'reviewed_by')

/** A role with all that the access review asks: for whom, since when, given by whom, last confirmed by whom. */
export type RoleRow = Awaited<ReturnType<typeof rolesWhere>>[number]

async function rolesWhere(personIds?: string[]) {
  const holds = or(isNull(roles.until), gt(roles.until, now()))
  const rows = await db
    .select({
      id: roles.id,
      personId: roles.personId,
      role: roles.role,
      organisationId: roles.organisationId,
      networkId: roles.networkId,
      organisation: organisationName,
      network: networkName,
      since: roles.since,
      grantedBy: grantedBy.name,
      reviewedAt: roles.reviewedAt,
      reviewedBy: reviewedBy.name,
    })
    .from(roles)
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .leftJoin(networks, eq(networks.id, roles.networkId))
    .leftJoin(grantedBy, eq(grantedBy.id, roles.grantedById))
    .leftJoin(reviewedBy, eq(reviewedBy.id, roles.reviewedById))
    .where(personIds ? and(holds, inArray(roles.personId, personIds)) : holds)
    .orderBy(asc(roles.since), asc(roles.id))
  return rows.map(({ organisation, network, ...row }) => ({
    ...row,
    role: row.role as RoleName,
    holder: organisation ?? network,
    due: reviewDue(row),
    review: reviewState(row, now()),
  }))
}

/** Everybody with an account and the roles they hold now, for administrators; `words` are looked for in names, addresses and holders. */
export async function listAccounts(viewer: Viewer, filter: { words?: string; role?: string } = {}) {
  if (!can(viewer, 'person.administer')) return []
  const words = (filter.words ?? '').trim().toLowerCase()
  const everybody = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      demonstration: people.demonstration,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
  const held = byPerson(await rolesWhere())
  return everybody
    .map((person) => ({ ...person, roles: held.get(person.id) ?? [] }))
    .filter((person) => !filter.role || person.roles.some(({ role }) => role === filter.role))
    .filter((person) =>
      [
        person.name,
        person.email,
        ...person.roles.flatMap(({ holder }) => (holder ? [holder.name, holder.nameEn] : [])),
      ].some((text) => text.toLowerCase().includes(words)),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** One person as the administrator sees her; undefined when there is none, or the viewer may not. */
export async function findAccount(viewer: Viewer, id: string) {
  if (!can(viewer, 'person.administer')) return undefined
  const [person] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      demonstration: people.demonstration,
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
      factorSince: secondFactors.confirmedAt,
    })
    .from(people)
    .leftJoin(secondFactors, and(eq(secondFactors.personId, people.id), isNotNull(secondFactors.confirmedAt)))
    .where(eq(people.id, id))
  if (!person) return undefined
  return { ...person, roles: await rolesWhere([id]) }
}

/** Every role that is held now, those whose yearly review is due first: the access review. */
export async function listAccessReview(viewer: Viewer) {
  if (!can(viewer, 'person.administer')) return []
  const held = await rolesWhere()
  const everybody = await db
    .select({ id: people.id, name: people.name, email: people.email, factorSince: secondFactors.confirmedAt })
    .from(people)
    .leftJoin(secondFactors, and(eq(secondFactors.personId, people.id), isNotNull(secondFactors.confirmedAt)))
  const known = new Map(everybody.map((person) => [person.id, person]))
  return held
    .map((role) => {
      const { name = '', email = '', factorSince = null } = known.get(role.personId) ?? {}
      return { ...role, name, email, factorSince }
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime() || a.name.localeCompare(b.name, 'sv'))
}

/** One role that is held now, with whose it is; undefined when it has ended, or the viewer may not. */
export async function findRole(viewer: Viewer, roleId: string) {
  return (await listAccessReview(viewer)).find((role) => role.id === roleId)
}

/** How many people and roles there are, and how many roles wait for their yearly review. */
export async function countAccess(viewer: Viewer) {
  const held = await listAccessReview(viewer)
  const [row] = await db.select({ people: count() }).from(people).where(isNull(people.deactivatedAt))
  const inState = (state: string) => held.filter((role) => role.review === state).length
  return { people: row?.people ?? 0, roles: held.length, overdue: inState('overdue'), soon: inState('soon') }
}

/** What has happened to a person's account and roles, newest first. */
export async function listPersonEvents(viewer: Viewer, personId: string) {
  if (!can(viewer, 'person.administer')) return []
  const actors = alias(people, 'actors')
  return db
    .select({ seq: events.seq, at: events.at, verb: events.verb, change: events.change, actor: actors.name })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .leftJoin(actors, eq(actors.id, events.actorId))
    .where(and(eq(eventSubjects.noun, 'person'), eq(eventSubjects.nounId, personId)))
    .orderBy(desc(events.seq))
    .limit(50)
}

/** The cast of the demonstration, with what each comes to do: whom one may sign in as by one click. */
export async function listCast() {
  const cast = await db
    .select({
      id: people.id,
      name: people.name,
      introduction: people.introduction,
      introductionEn: people.introductionEn,
    })
    .from(people)
    .where(and(eq(people.demonstration, true), isNull(people.deactivatedAt)))
    .orderBy(asc(people.createdAt), asc(people.name))
  const held = byPerson(cast.length > 0 ? await rolesWhere(cast.map((person) => person.id)) : [])
  return cast.map((person) => ({
    ...person,
    roles: (held.get(person.id) ?? []).map(({ role }) => ({ role })),
  }))
}

/** What the account page shows of oneself. */
export async function getOwnAccount(person: Person) {
  const [row] = await db
    .select({
      name: people.name,
      email: people.email,
      locale: people.locale,
      demonstration: people.demonstration,
      passwordHash: people.passwordHash,
    })
    .from(people)
    .where(eq(people.id, person.id))
  if (!row) throw new Error('The person of a session exists')
  const { passwordHash, ...account } = row
  return { ...account, hasPassword: passwordHash !== null, roles: await rolesWhere([person.id]) }
}

function byPerson(held: RoleRow[]): Map<string, RoleRow[]> {
  const grouped = new Map<string, RoleRow[]>()
  for (const role of held) grouped.set(role.personId, [...(grouped.get(role.personId) ?? []), role])
  return grouped
}
