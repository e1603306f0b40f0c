import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { roundAssessors, rounds } from '../../../db/schema/priorities.ts'
import { hasRole, type Viewer } from '../people/person.ts'

/** The WHERE of every reading of rounds: the same answer as can(viewer, 'round.see'). */
export function roundVisibleTo(viewer: Viewer): SQL {
  if (hasRole(viewer, 'coordinator')) return isNotNull(rounds.id)
  const published = eq(rounds.status, 'published')
  if (hasRole(viewer, 'committee_member')) return ne(rounds.status, 'draft')
  if (viewer.id === null) return published
  return or(published, and(ne(rounds.status, 'draft'), inArray(rounds.id, ownRounds(viewer.id)))) as SQL
}

/** The WHERE of every reading of results: the same answer as can(viewer, 'round.seeResult'). Sealed rounds have none. */
export function resultVisibleTo(viewer: Viewer): SQL {
  return and(roundVisibleTo(viewer), inArray(rounds.status, ['revealed', 'closed', 'published'])) as SQL
}

/** Rounds in which the person is an assessor and has not been taken out. */
export function ownRounds(personId: string) {
  return db
    .select({ id: roundAssessors.roundId })
    .from(roundAssessors)
    .where(and(eq(roundAssessors.personId, personId), isNull(roundAssessors.withdrawnAt)))
}
