import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { needs } from '../../../db/schema/needs.ts'
import { createProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { aCoordinator, anOrganisation } from '../../support/builders.ts'

let count = 0

type NeedRow = typeof needs.$inferInsert

/** A need as it stands in the database, with what matters to the test. */
export async function aSubmittedNeed(
  given: Partial<NeedRow> = {},
): Promise<{ id: string; organisationId: string; title: string }> {
  const number = ++count
  const row: NeedRow = {
    id: newId(),
    status: 'submitted',
    title: `Behov ${number}`,
    description: 'Vi kan inte dela data.',
    registryNumber: `2026-9${String(number).padStart(4, '0')}`,
    submittedAt: new Date('2026-03-01T08:00:00Z'),
    ...given,
    organisationId: given.organisationId ?? (await anOrganisation()).id,
  }
  await db.insert(needs).values(row)
  return { id: row.id as string, organisationId: row.organisationId, title: row.title }
}

export async function needsOf(organisationIds: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const organisationId of organisationIds) ids.push((await aSubmittedNeed({ organisationId })).id)
  return ids
}

export async function aProblem(
  given: { needIds?: string[]; title?: string; actor?: Person; status?: 'open' | 'proposed'; needArea?: string } = {},
) {
  const actor = given.actor ?? (await aCoordinator())
  const needIds = given.needIds ?? [(await aSubmittedNeed()).id, (await aSubmittedNeed()).id]
  const made = await createProblem(actor, {
    title: given.title ?? 'Dela data över gränser',
    description: 'Många kan inte.',
    needIds,
    status: given.status,
    needArea: given.needArea,
    reason: 'De hör ihop.',
  })
  return { ...made, actor, needIds }
}

/** What a test has made sure is there. */
export function must<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Error('expected to be there')
  return thing
}
