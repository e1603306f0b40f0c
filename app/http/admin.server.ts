import { can } from '../domain/people/permissions.ts'
import type { Person } from '../domain/people/person.ts'
import { requireSignIn } from './guards.server.ts'
import { permit } from './responses.server.ts'

/** The administrator who sent the request; others get the page for those who may not. */
export async function requireAdministrator(request: Request): Promise<Person> {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'person.administer'))
  return viewer
}
