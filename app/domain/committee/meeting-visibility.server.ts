import { eq, type SQL, sql } from 'drizzle-orm'
import { meetings } from '../../../db/schema/committee.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'

/** WHERE on meetings: others than those who work in the structure see a meeting when its minutes are locked. */
export function meetingVisibleTo(viewer: Viewer): SQL {
  const all = can(viewer, 'meeting.see', { status: 'planned' })
  return all ? sql`1 = 1` : eq(meetings.status, 'minuted')
}
