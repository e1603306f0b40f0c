import { can } from '../domain/people/permissions.ts'
import type { Person } from '../domain/people/person.ts'
import { requireSignIn } from './guards.server.ts'
import { permit } from './responses.server.ts'

/** Whoever keeps the registers of organisations and networks; others get the page for those who may not. */
export async function requireRegistrar(request: Request): Promise<Person> {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'register.keep'))
  return viewer
}
