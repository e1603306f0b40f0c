import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { events } from '../../../db/schema/events.ts'
import { decisionRecord, recordHash } from './record-hash.ts'
import type { Minutes } from './minutes.ts'

/** What does not agree: the record with its hash, the hash with the trail, a decision with the minutes, or the links between decisions. */
export type Fault = 'record' | 'trail' | 'decisions' | 'succession'

export interface Verification {
  intact: boolean
  faults: Fault[]
  /** The hash that was stored when the record was made, and the one that the record has now. */
  storedHash: string
  computedHash: string
}

/**
 * Whether a decision still is what was recorded: its row has the stored hash, the trail of events holds the same hash,
 * and what is said to supersede it does so. Undefined when there is no such decision.
 */
export async function verifyDecision(registryNumber: string): Promise<Verification | undefined> {
  const [row] = await db.select().from(decisions).where(eq(decisions.registryNumber, registryNumber))
  if (!row) return undefined
  const computedHash = recordHash(decisionRecord(row))
  const faults: Fault[] = []
  if (computedHash !== row.hash) faults.push('record')
  if ((await hashInTrail('decision.recorded', row.id)) !== row.hash) faults.push('trail')
  if (!(await successionHolds(row))) faults.push('succession')
  return { intact: faults.length === 0, faults, storedHash: row.hash, computedHash }
}

/**
 * Whether locked minutes still are what was locked: the record has the stored hash, the trail holds the same hash, and
 * every decision of the meeting is in the minutes with the hash that it has now. Undefined before they are locked.
 */
export async function verifyMinutes(meetingId: string): Promise<Verification | undefined> {
  const [meeting] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
  if (!meeting?.minutes || !meeting.minutesHash) return undefined
  const minutes = meeting.minutes as unknown as Minutes
  const computedHash = recordHash(meeting.minutes)
  const rows = await db.select().from(decisions).where(eq(decisions.meetingId, meetingId))
  const now = rows.map((row) => `${row.registryNumber} ${recordHash(decisionRecord(row))}`).sort()
  const then = minutes.items
    .flatMap(({ decision }) => (decision ? [`${decision.registryNumber} ${decision.hash}`] : []))
    .sort()
  const faults: Fault[] = []
  if (computedHash !== meeting.minutesHash) faults.push('record')
  if ((await hashInTrail('meeting.minuted', meetingId)) !== meeting.minutesHash) faults.push('trail')
  if (now.join('\n') !== then.join('\n')) faults.push('decisions')
  return { intact: faults.length === 0, faults, storedHash: meeting.minutesHash, computedHash }
}

async function hashInTrail(verb: string, id: string): Promise<unknown> {
  const [event] = await db
    .select({ change: events.change })
    .from(events)
    .where(and(eq(events.verb, verb), eq(events.nounId, id)))
  return event?.change.hash
}

async function successionHolds(row: typeof decisions.$inferSelect): Promise<boolean> {
  const ids = [row.supersededById, row.supersedesId].filter((id) => id !== null)
  if (ids.length === 0) return true
  const linked = await db
    .select({ id: decisions.id, supersedesId: decisions.supersedesId, supersededById: decisions.supersededById })
    .from(decisions)
    .where(inArray(decisions.id, ids))
  const laterAgrees =
    !row.supersededById || linked.some((one) => one.id === row.supersededById && one.supersedesId === row.id)
  const earlierAgrees =
    !row.supersedesId || linked.some((one) => one.id === row.supersedesId && one.supersededById === row.id)
  return laterAgrees && earlierAgrees
}
