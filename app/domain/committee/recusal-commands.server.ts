import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { itemRecusals } from '../../../db/schema/committee.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { NotPermitted, Refusal } from '../refusal.ts'
import { recusalHindrance } from './meeting.ts'
import {
  getItem,
  isDecided,
  itemFacts,
  listItemRecusals,
  meetingFacts,
  personIdOf,
  refuseIf,
} from './meeting-loading.server.ts'
import { membersOf } from './members.server.ts'

/**
 * A member takes no part in an item. Members say so themselves; the coordinator may note it for any member.
 * Refused once the item is decided or withdrawn, or the minutes are locked.
 */
export async function recuseFromItem(
  actor: Person,
  itemId: string,
  input: { personId?: string; reason: string },
): Promise<void> {
  const personId = input.personId || actor.id
  return command(actor, async (record) => {
    const { item, meeting, member } = await getRecusable(actor, itemId, personId)
    const reason = input.reason.trim()
    if (!reason) throw new Refusal('recusalReasonMissing')
    if ((await listItemRecusals(itemId)).some((recusal) => recusal.personId === personId))
      throw new Refusal('alreadyRecused')
    await db
      .insert(itemRecusals)
      .values({ id: newId(), itemId, personId, reason, recordedById: personIdOf(actor), createdAt: now() })
    const change = {
      ...meetingFacts(meeting),
      recused: itemFacts(item),
      ...(item.secret ? {} : { person: member.name, reason }),
    }
    await record({ verb: 'meeting.changed', noun: 'meeting', id: meeting.id, change })
  })
}

/** Takes a recusal back that was noted by mistake, before the item is decided. */
export async function withdrawItemRecusal(actor: Person, itemId: string, personId: string): Promise<void> {
  return command(actor, async (record) => {
    const { item, meeting, member } = await getRecusable(actor, itemId, personId)
    const own = and(eq(itemRecusals.itemId, itemId), eq(itemRecusals.personId, personId))
    const { rowCount } = await db.delete(itemRecusals).where(own)
    if (rowCount === 0) throw new Refusal('notRecused')
    const change = {
      ...meetingFacts(meeting),
      unrecused: itemFacts(item),
      ...(item.secret ? {} : { person: member.name }),
    }
    await record({ verb: 'meeting.changed', noun: 'meeting', id: meeting.id, change })
  })
}

async function getRecusable(actor: Person, itemId: string, personId: string) {
  const forOneself = personId === actor.id && can(actor, 'meeting.recuse')
  if (!forOneself && !can(actor, 'meeting.run')) throw new NotPermitted('meeting.recuse')
  const { item, meeting } = await getItem(itemId)
  const member = (await membersOf(meeting.body, now())).find((one) => one.personId === personId)
  if (!member) throw new Refusal('notMember')
  const state = { withdrawn: item.withdrawnAt !== null, decided: await isDecided(itemId) }
  refuseIf(recusalHindrance(meeting.status, state))
  return { item, meeting, member }
}
