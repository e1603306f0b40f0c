import { isNotNull, notInArray, type SQL } from 'drizzle-orm'
import { problems } from '../../../db/schema/problems.ts'
import { hasRole, type Viewer } from '../people/person.ts'

/** Problems that stand by themselves: neither gone up in another nor taken back. What lists, search and similarity know of. */
export const problemStands: SQL = notInArray(problems.status, ['merged', 'undone'])

/** The WHERE of every reading of problems: what is only proposed, or was taken back, is seen by coordinators alone. */
export function problemVisibleTo(viewer: Viewer): SQL {
  return hasRole(viewer, 'coordinator') ? isNotNull(problems.id) : notInArray(problems.status, ['proposed', 'undone'])
}
