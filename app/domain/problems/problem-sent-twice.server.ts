import { and, desc, eq, gte } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problems } from '../../../db/schema/problems.ts'
import { sentTwiceSince } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { memberIds } from './problem-changing.server.ts'

interface Sent {
  title: string
  description: string
  needIds: readonly string[]
}

/** The problem that the same form, sent a moment ago, has made of these needs. */
export async function findSentTwice(actor: Person, { title, description, needIds }: Sent, at: Date) {
  const [same] = await db
    .select({ id: problems.id, number: problems.number })
    .from(problems)
    .where(
      and(
        eq(problems.title, title.trim()),
        eq(problems.description, description.trim()),
        eq(problems.responsibleId, actor.id),
        eq(problems.createdAt, problems.updatedAt),
        gte(problems.createdAt, sentTwiceSince(at)),
      ),
    )
    .orderBy(desc(problems.createdAt))
    .limit(1)
  if (!same) return undefined
  const there = new Set(await memberIds(same.id))
  return there.size === new Set(needIds).size && needIds.every((id) => there.has(id)) ? same : undefined
}
