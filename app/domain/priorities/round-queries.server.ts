import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { isGivenNumber } from '../events/registry.server.ts'
import { organisationName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { countSharingPlace, inseparablePlaces, type RoundResults } from './round-results.ts'
import { isAssessor } from './round-loading.server.ts'
import { resultVisibleTo, roundVisibleTo } from './round-visibility.server.ts'

export { roundVisibleTo } from './round-visibility.server.ts'

/** The rounds that the viewer may see, newest first. Three queries however many there are. */
export async function listRounds(viewer: Viewer) {
  const rows = await db
    .select({ ...listed, createdBy: people.name })
    .from(rounds)
    .leftJoin(people, eq(people.id, rounds.createdById))
    .where(roundVisibleTo(viewer))
    .orderBy(desc(rounds.number))
  const ids = rows.map((row) => row.id).concat('')
  const sizes = await db
    .select({ id: roundProblems.roundId, count: count() })
    .from(roundProblems)
    .where(inArray(roundProblems.roundId, ids))
    .groupBy(roundProblems.roundId)
  const own =
    viewer.id === null
      ? []
      : await db
          .select({ id: roundAssessors.roundId })
          .from(roundAssessors)
          .where(and(eq(roundAssessors.personId, viewer.id), isNull(roundAssessors.withdrawnAt)))
  return rows.map((row) => ({
    ...row,
    problems: sizes.find((size) => size.id === row.id)?.count ?? 0,
    assess: row.status === 'open' && own.some(({ id }) => id === row.id),
  }))
}

const listed = {
  id: rounds.id,
  number: rounds.number,
  title: rounds.title,
  status: rounds.status,
  registryNumber: rounds.registryNumber,
  assessBy: rounds.assessBy,
  createdAt: rounds.createdAt,
  openedAt: rounds.openedAt,
  revealedAt: rounds.revealedAt,
  closedAt: rounds.closedAt,
  publishedAt: rounds.publishedAt,
}

/** The round with this number, what the viewer may do in it, and its problems; undefined when it is hidden or missing. */
export async function findRound(viewer: Viewer, number: number) {
  if (!isGivenNumber(number)) return undefined
  const [round] = await db
    .select({
      ...listed,
      criteria: rounds.criteria,
      topPlaces: rounds.topPlaces,
      capMonths: rounds.capMonths,
      capSek: rounds.capSek,
      seed: rounds.seed,
      samples: rounds.samples,
      version: rounds.version,
      createdBy: people.name,
    })
    .from(rounds)
    .leftJoin(people, eq(people.id, rounds.createdById))
    .where(and(eq(rounds.number, number), roundVisibleTo(viewer)))
  if (!round) return undefined
  const assessor = await isAssessor(round.id, viewer.id)
  const facts = { status: round.status, assessor }
  return {
    ...round,
    /** Calendar date in Sweden, for the rules that ask the calendar. */
    today: calendarDate(now()),
    problems: await listProblemsOf(viewer, round.id),
    mayRun: can(viewer, 'round.run'),
    mayAssess: can(viewer, 'round.assess', facts),
    maySeeResult: can(viewer, 'round.seeResult', facts),
  }
}
export type RoundView = NonNullable<Awaited<ReturnType<typeof findRound>>>

/** The problems of a round as they were locked, or as they stand while it is a draft. */
async function listProblemsOf(viewer: Viewer, roundId: string) {
  const rows = await db
    .select({
      problemId: problems.id,
      number: problems.number,
      title: problems.title,
      demand: problems.demand,
      publicDemand: problems.publicDemand,
      needArea: problems.needArea,
      frozen: roundProblems.frozen,
      personMonths: roundProblems.personMonths,
      sek: roundProblems.sek,
    })
    .from(roundProblems)
    .innerJoin(problems, eq(problems.id, roundProblems.problemId))
    .where(eq(roundProblems.roundId, roundId))
    .orderBy(asc(roundProblems.position))
  const all = seesRestricted(viewer)
  return rows.map(({ frozen, demand, publicDemand, ...row }) => ({
    ...row,
    title: frozen?.title ?? row.title,
    needArea: frozen ? frozen.needArea : row.needArea,
    demand: all ? (frozen?.demand ?? demand) : (frozen?.publicDemand ?? publicDemand),
    asOf: frozen?.asOf ?? null,
  }))
}

/** The assessors of a round by name. Says nothing of what any of them has done. */
export async function listAssessors(viewer: Viewer, roundId: string) {
  const [round] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, roundId), roundVisibleTo(viewer)))
  if (!round) return []
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      organisation: organisationName,
      invitedAt: roundAssessors.invitedAt,
      withdrawnAt: roundAssessors.withdrawnAt,
      withdrawnReason: roundAssessors.withdrawnReason,
    })
    .from(roundAssessors)
    .innerJoin(people, eq(people.id, roundAssessors.personId))
    .leftJoin(roles, and(eq(roles.personId, people.id), eq(roles.role, 'assessor')))
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(eq(roundAssessors.roundId, roundId))
    // Of several organisations that somebody assesses or has assessed for, the latest.
    .orderBy(asc(people.name), asc(roles.since))
  const restricted = seesRestricted(viewer)
  return [...new Map(rows.map((row) => [row.personId, row])).values()].map((row) => ({
    ...row,
    withdrawnReason: restricted ? row.withdrawnReason : '',
  }))
}

export interface RoundPlace {
  roundNumber: number
  title: string
  /** 1 is highest, among `of` problems that got a total. */
  place: number
  of: number
  /** Points of 100, and what each group of criteria adds to them. */
  total: number
  parts: { group: string; points: number }[]
  /** Other problems with the same total. */
  sharedWith: number
  /** Other places of the round that this one cannot be told apart from. */
  inseparableFrom: number[]
}

/** The places of a problem in the rounds whose result the viewer may see, newest first. */
export async function roundPlacesOf(viewer: Viewer, problemId: string): Promise<RoundPlace[]> {
  const rows = await db
    .select({ number: rounds.number, title: rounds.title, results: rounds.results })
    .from(roundProblems)
    .innerJoin(rounds, eq(rounds.id, roundProblems.roundId))
    .where(and(eq(roundProblems.problemId, problemId), isNotNull(roundProblems.place), resultVisibleTo(viewer)))
    .orderBy(desc(rounds.number))
  return rows.flatMap(({ number, title, results }) => {
    const stored = results as unknown as RoundResults
    const index = stored.problems.findIndex((problem) => problem.problemId === problemId)
    const found = stored.problems[index]
    if (!found || found.place === null || found.total === null) return []
    const of = stored.problems.filter(({ place }) => place !== null).length
    return [
      {
        roundNumber: number,
        title,
        place: found.place,
        of,
        total: found.total,
        parts: found.groups,
        sharedWith: countSharingPlace(stored, index),
        inseparableFrom: inseparablePlaces(stored, index),
      },
    ]
  })
}
