import { isNotNull, ne, type SQL } from 'drizzle-orm'
import { problems } from '../../../db/schema/problems.ts'
import { hasRole, type Viewer } from '../people/person.ts'

/** The WHERE of every reading of problems: what is only proposed is seen by coordinators alone. */
export function problemVisibleTo(viewer: Viewer): SQL {
  return hasRole(viewer, 'coordinator') ? isNotNull(problems.id) : ne(problems.status, 'proposed')
}
