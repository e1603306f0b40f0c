import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import { refuseStale } from '../events/seen.server.ts'
import type { Person } from '../people/person.ts'
import { lockingHindrances } from './meeting.ts'
import {
  getMeeting,
  listItems,
  listPresent,
  meetingFacts,
  personIdOf,
  refuseIf,
  requireRunner,
} from './meeting-loading.server.ts'
import { minutesToRead, writeMinutes } from './minutes-writing.server.ts'
import { recordHash } from './record-hash.ts'

/**
 * Locks the minutes: what was decided, by whom and who was recused, written down by value with a registry number and
 * a hash. Nothing of the meeting can be changed afterwards, so `seen` guards against locking another text than was read.
 */
export async function lockMinutes(
  actor: Person,
  meetingId: string,
  { approverId, seen }: { approverId: string; seen?: string },
): Promise<{ registryNumber: string }> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    const items = await listItems(meetingId)
    const decided = await db.select().from(decisions).where(eq(decisions.meetingId, meetingId))
    const present = await listPresent(meetingId)
    const state = items.map((item) => ({
      position: item.position,
      kind: item.kind,
      proposal: item.proposal,
      withdrawn: item.withdrawnAt !== null,
      decided: decided.some((decision) => decision.itemId === item.id),
    }))
    const approver = approverId
      ? { id: approverId, present: present.includes(approverId), chair: approverId === meeting.chairId }
      : null
    refuseIf(lockingHindrances(meeting, state, approver)[0])
    const lockedAt = now()
    const registryNumber = await nextRegistryNumber(lockedAt)
    const named = { ...meeting, approverId, registryNumber }
    const minutes = await writeMinutes(named, items, decided, present, lockedAt, personIdOf(actor))
    refuseStale(seen, minutesToRead(minutes))
    const minutesHash = recordHash({ ...minutes })
    await db
      .update(meetings)
      .set({ status: 'minuted', approverId, registryNumber, minutes: { ...minutes }, minutesHash, lockedAt })
      .where(eq(meetings.id, meetingId))
    await record({
      verb: 'meeting.minuted',
      noun: 'meeting',
      id: meetingId,
      change: {
        ...meetingFacts(meeting),
        registryNumber,
        hash: minutesHash,
        decisions: decided.filter((decision) => !decision.secret).map((decision) => decision.registryNumber),
      },
    })
    return { registryNumber }
  })
}
