import { and, inArray, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { roundAssessors, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'

/** What can be followed and told of. */
export const toldNouns = [
  'need',
  'problem',
  'round',
  'meeting',
  'decision',
  'organisation',
  'network',
  'import',
] as const
export type ToldNoun = (typeof toldNouns)[number]

export function isToldNoun(noun: string): noun is ToldNoun {
  return (toldNouns as readonly string[]).includes(noun)
}

type Sees = (viewer: Viewer) => boolean
type Loader = (ids: string[]) => Promise<[string, Sees][]>

const everyone: Sees = () => true

/** For each noun, who may see a thing: what can() says of it as it is now. */
const loaders: Record<ToldNoun, Loader> = {
  async need(ids) {
    const rows = await db
      .select({
        id: needs.id,
        status: needs.status,
        organisationId: needs.organisationId,
        networkId: needs.networkId,
        authorId: needs.authorId,
        relay: needs.relay,
        confidentiality: needs.confidentiality,
      })
      .from(needs)
      .where(inArray(needs.id, ids))
    return rows.map((need) => [need.id, (viewer) => can(viewer, 'need.see', need)])
  },
  async problem(ids) {
    const rows = await db
      .select({ id: problems.id, status: problems.status })
      .from(problems)
      .where(inArray(problems.id, ids))
    return rows.map((problem) => [problem.id, (viewer) => can(viewer, 'problem.see', problem)])
  },
  async round(ids) {
    const rows = await db.select({ id: rounds.id, status: rounds.status }).from(rounds).where(inArray(rounds.id, ids))
    const invited = await db
      .select({ roundId: roundAssessors.roundId, personId: roundAssessors.personId })
      .from(roundAssessors)
      .where(and(inArray(roundAssessors.roundId, ids), isNull(roundAssessors.withdrawnAt)))
    return rows.map((round) => {
      const assessors = new Set(invited.flatMap(({ roundId, personId }) => (roundId === round.id ? [personId] : [])))
      return [
        round.id,
        (viewer) =>
          can(viewer, 'round.see', { status: round.status, assessor: viewer.id !== null && assessors.has(viewer.id) }),
      ]
    })
  },
  async meeting(ids) {
    const rows = await db
      .select({ id: meetings.id, status: meetings.status })
      .from(meetings)
      .where(inArray(meetings.id, ids))
    return rows.map((meeting) => [meeting.id, (viewer) => can(viewer, 'meeting.see', meeting)])
  },
  // The frame of every decision is public; of a secret one the trail says no more.
  async decision(ids) {
    const rows = await db.select({ id: decisions.id }).from(decisions).where(inArray(decisions.id, ids))
    return rows.map(({ id }) => [id, everyone])
  },
  async organisation(ids) {
    const rows = await db.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, ids))
    return rows.map(({ id }) => [id, everyone])
  },
  async network(ids) {
    const rows = await db.select({ id: networks.id }).from(networks).where(inArray(networks.id, ids))
    return rows.map(({ id }) => [id, everyone])
  },
  async import(ids) {
    const rows = await db
      .select({ id: imports.id, networkId: imports.networkId, importedById: imports.importedById })
      .from(imports)
      .where(inArray(imports.id, ids))
    return rows.map(({ id, networkId, importedById }) => [
      id,
      (viewer) => viewer.id === importedById || can(viewer, 'need.import', { id: networkId }),
    ])
  },
}

/** Who may see each of the things as they are now, by id. */
export async function seersOf(noun: ToldNoun, ids: string[]): Promise<Map<string, (viewer: Viewer) => boolean>> {
  return new Map(await loaders[noun](ids))
}

/** Of the viewers, those who may see the thing now. Nobody, where it does not exist. */
export async function thoseWhoMaySee<Someone extends Viewer>(
  noun: string,
  id: string,
  viewers: Someone[],
): Promise<Someone[]> {
  return isToldNoun(noun) ? thoseWhoMaySeeOneOf(noun, [id], viewers) : []
}

/** Of the viewers, those who may see at least one of the things now. */
export async function thoseWhoMaySeeOneOf<Someone extends Viewer>(
  noun: ToldNoun,
  ids: string[],
  viewers: Someone[],
): Promise<Someone[]> {
  if (ids.length === 0 || viewers.length === 0) return []
  const found = await loaders[noun](ids)
  return viewers.filter((viewer) => found.some(([, sees]) => sees(viewer)))
}

/** Of the things, those that the viewer may see now, as `noun id`. One or two queries per noun. */
export async function visibleThings(
  viewer: Viewer,
  things: readonly { noun: string; id: string }[],
): Promise<Set<string>> {
  const visible = new Set<string>()
  for (const noun of toldNouns) {
    const ids = [...new Set(things.flatMap((thing) => (thing.noun === noun ? [thing.id] : [])))]
    if (ids.length === 0) continue
    for (const [id, sees] of await loaders[noun](ids)) if (sees(viewer)) visible.add(`${noun} ${id}`)
  }
  return visible
}
