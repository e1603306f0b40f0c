import { inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { countDemand } from './demand.ts'
import { loadDemand } from './demand-queries.server.ts'
import { problemToBuild } from './problem-changing.server.ts'

/**
 * Asks organisations that have said nothing whether they have the problem too. Their representatives get a notice, which
 * follows from the event; those that have answered in the meantime are left out.
 */
export function askSilent(
  actor: Person,
  problemId: string,
  organisationIds: readonly string[],
): Promise<{ asked: number }> {
  return command(actor, async (record) => {
    const problem = await problemToBuild(actor, problemId)
    const ids = [...new Set(organisationIds)]
    if (ids.length === 0) throw new Refusal('noOrganisationsChosen')
    const input = (await loadDemand([problemId])).get(problemId)
    const { standings } = countDemand(input ?? { needs: [], answers: [], kinds: new Map() })
    const silent = ids.filter((id) => !standings.has(id))
    if (silent.length === 0) throw new Refusal('nobodySilent')
    const asked = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, silent))
    if (asked.length !== silent.length) throw new NotFound('organisation')
    await record({
      verb: 'problem.asked',
      noun: 'problem',
      id: problemId,
      change: {
        number: problem.number,
        title: problem.title,
        organisations: asked.map((organisation) => organisation.name),
        count: asked.length,
      },
      subjects: silent.map((id) => ({ noun: 'organisation', id })),
    })
    return { asked: asked.length }
  })
}
