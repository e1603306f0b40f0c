import { and, count, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { follows, notices } from '../../../db/schema/notices.ts'
import { can } from '../people/permissions.ts'
import { type Person, seesRestricted, type Viewer } from '../people/person.ts'
import { noticesPerPage } from './notice.ts'
import { visibleThings } from './visible-things.server.ts'

/** How many a person has not read, of those about things that the person may still see. */
export async function countUnreadNotices(viewer: Viewer): Promise<number> {
  if (viewer.id === null) return 0
  const unread = and(eq(notices.personId, viewer.id), isNull(notices.readAt))
  const [row] = await db.select({ unread: count() }).from(notices).where(unread)
  if (!row?.unread || seesRestricted(viewer)) return row?.unread ?? 0
  const restricted = await db
    .select({
      status: needs.status,
      organisationId: needs.organisationId,
      networkId: needs.networkId,
      authorId: needs.authorId,
      relay: needs.relay,
      confidentiality: needs.confidentiality,
    })
    .from(notices)
    .innerJoin(needs, eq(needs.id, notices.nounId))
    .where(and(unread, eq(notices.noun, 'need'), gte(needs.confidentiality, 2)))
  return row.unread - restricted.filter((need) => !can(viewer, 'need.see', need)).length
}

/**
 * A page of a person's notices: unread first, then the newest. What the person may no longer see is left out, also
 * where a notice was made while it could be seen.
 */
export async function listNotices(person: Person, page = 1) {
  const own = eq(notices.personId, person.id)
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: notices.id,
        verb: notices.verb,
        noun: notices.noun,
        nounId: notices.nounId,
        data: notices.data,
        at: notices.at,
        readAt: notices.readAt,
      })
      .from(notices)
      .where(own)
      .orderBy(sql`(${notices.readAt} is not null)`, desc(notices.at), desc(notices.seq))
      .limit(noticesPerPage)
      .offset((Math.max(1, page) - 1) * noticesPerPage),
    db.select({ rows: count() }).from(notices).where(own),
  ])
  const visible = await visibleThings(
    person,
    rows.map(({ noun, nounId }) => ({ noun, id: nounId })),
  )
  return { notices: rows.filter(({ noun, nounId }) => visible.has(`${noun} ${nounId}`)), total: total?.rows ?? 0, page }
}
export type ListedNotice = Awaited<ReturnType<typeof listNotices>>['notices'][number]

/** Whether the viewer follows the thing. */
export async function isFollowing(viewer: Viewer, noun: string, id: string): Promise<boolean> {
  if (viewer.id === null) return false
  const [row] = await db
    .select({ at: follows.createdAt })
    .from(follows)
    .where(and(eq(follows.personId, viewer.id), eq(follows.noun, noun), eq(follows.nounId, id)))
  return row !== undefined
}
