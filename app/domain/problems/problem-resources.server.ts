import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemResources } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { problemToBuild } from './problem-changing.server.ts'

/** Says that something which exists bears on the problem. */
export function linkResource(actor: Person, problemId: string, resourceId: string): Promise<void> {
  return command(actor, async (record) => {
    const { problem, resource } = await load(actor, problemId, resourceId)
    const added = await db
      .insert(problemResources)
      .values({ problemId, resourceId, addedAt: now() })
      .onConflictDoNothing()
      .returning({ resourceId: problemResources.resourceId })
    if (added.length === 0) throw new Refusal('resourceAlreadyLinked', { number: problem.number })
    await record({
      verb: 'problem.resourceLinked',
      noun: 'problem',
      id: problemId,
      change: { number: problem.number, title: problem.title, resource: resource.name, resourceKey: resource.key },
    })
  })
}

export function unlinkResource(actor: Person, problemId: string, resourceId: string): Promise<void> {
  return command(actor, async (record) => {
    const { problem, resource } = await load(actor, problemId, resourceId)
    const gone = await db
      .delete(problemResources)
      .where(and(eq(problemResources.problemId, problemId), eq(problemResources.resourceId, resourceId)))
      .returning({ resourceId: problemResources.resourceId })
    if (gone.length === 0) throw new Refusal('resourceNotLinked', { number: problem.number })
    await record({
      verb: 'problem.resourceUnlinked',
      noun: 'problem',
      id: problemId,
      change: { number: problem.number, title: problem.title, resource: resource.name, resourceKey: resource.key },
    })
  })
}

async function load(actor: Person, problemId: string, resourceId: string) {
  const problem = await problemToBuild(actor, problemId)
  const [resource] = await db
    .select({ key: resources.key, name: resources.name })
    .from(resources)
    .where(eq(resources.id, resourceId))
  if (!resource) throw new NotFound('resource')
  return { problem, resource }
}
