import { count, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions } from '../../../db/schema/committee.ts'
import { needs } from '../../../db/schema/needs.ts'
import { follows } from '../../../db/schema/notices.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import type { Person } from '../people/person.ts'
import { followsPerPage } from './notice.ts'
import { visibleThings } from './visible-things.server.ts'

export type FollowedNoun = 'need' | 'problem' | 'round' | 'decision' | 'organisation' | 'network'

export interface Followed {
  noun: FollowedNoun
  id: string
  title: Named
  /** What the address of its page is made of: id, number, registry number or key. */
  key: string
}

/**
 * A page of what a person follows and may still see, the latest first, and how much there is in all. A query for each kind
 * of thing.
 */
export async function listFollows(person: Person, page = 1) {
  const own = eq(follows.personId, person.id)
  const [rows, [all]] = await Promise.all([
    db
      .select({ noun: follows.noun, id: follows.nounId })
      .from(follows)
      .where(own)
      .orderBy(desc(follows.createdAt), desc(follows.nounId))
      .limit(followsPerPage)
      .offset((page - 1) * followsPerPage),
    db.select({ rows: count() }).from(follows).where(own),
  ])
  const visible = await visibleThings(person, rows)
  const seen = rows.filter(({ noun, id }) => visible.has(`${noun} ${id}`))
  const named = new Map<string, Followed>()
  for (const noun of Object.keys(namers) as FollowedNoun[]) {
    const ids = seen.flatMap((row) => (row.noun === noun ? [row.id] : []))
    if (ids.length === 0) continue
    for (const found of await namers[noun](ids)) named.set(`${noun} ${found.id}`, { noun, ...found })
  }
  return { follows: seen.flatMap(({ noun, id }) => named.get(`${noun} ${id}`) ?? []), total: all?.rows ?? 0, page }
}

type Found = Omit<Followed, 'noun'>

/** What people have named themselves has one name, in Swedish. */
const own = ({ id, title, key }: { id: string; title: string; key: string | number }): Found => ({
  id,
  title: { name: title, nameEn: title },
  key: String(key),
})

const namers: Record<FollowedNoun, (ids: string[]) => Promise<Found[]>> = {
  need: async (ids) =>
    (
      await db.select({ id: needs.id, title: needs.title, key: needs.id }).from(needs).where(inArray(needs.id, ids))
    ).map(own),
  problem: async (ids) =>
    (
      await db
        .select({ id: problems.id, title: problems.title, key: problems.number })
        .from(problems)
        .where(inArray(problems.id, ids))
    ).map(own),
  round: async (ids) =>
    (
      await db
        .select({ id: rounds.id, title: rounds.title, key: rounds.number })
        .from(rounds)
        .where(inArray(rounds.id, ids))
    ).map(own),
  decision: async (ids) => {
    const rows = await db
      .select({ id: decisions.id, title: decisions.title, key: decisions.registryNumber, secret: decisions.secret })
      .from(decisions)
      .where(inArray(decisions.id, ids))
    return rows.map(({ secret, ...row }) => own(secret ? { ...row, title: row.key } : row))
  },
  organisation: (ids) =>
    db
      .select({ id: organisations.id, title: organisationName, key: organisations.key })
      .from(organisations)
      .where(inArray(organisations.id, ids)),
  network: (ids) =>
    db
      .select({ id: networks.id, title: networkName, key: networks.key })
      .from(networks)
      .where(inArray(networks.id, ids)),
}
