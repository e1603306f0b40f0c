import { and, count, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { notices } from '../../../db/schema/notices.ts'

export async function countUnreadNotices(personId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  return row?.unread ?? 0
}
