import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { strictnessSettings } from '../../../db/schema/similarity.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotPermitted, Refusal } from '../refusal.ts'
import { personId } from './problem-changing.server.ts'
import { largestOffset, longestStrictnessReason } from './strictness.ts'
import { strictnessNow } from './strictness-queries.server.ts'

/**
 * Makes suggestions stricter (`offset` above zero, up to 0.3) or looser (below zero, down to −0.3) than what answers
 * have taught; zero leaves it at that. Open suggestions are made anew afterwards.
 */
export async function setStrictness(
  actor: Person,
  { offset, reason }: { offset: number; reason: string },
): Promise<void> {
  if (!can(actor, 'engine.tune')) throw new NotPermitted('engine.tune')
  if (!Number.isFinite(offset) || Math.abs(offset) > largestOffset + 1e-9) throw new Refusal('strictnessOutOfBounds')
  const why = reason.trim()
  if (why === '') throw new Refusal('strictnessReasonMissing')
  if (why.length > longestStrictnessReason)
    throw new Refusal('strictnessReasonTooLong', { most: longestStrictnessReason })
  await command(actor, async (record) => {
    const before = await strictnessNow()
    const id = newId()
    await db.insert(strictnessSettings).values({ id, offset, reason: why, setById: personId(actor), createdAt: now() })
    await record({
      verb: 'engine.strictnessSet',
      noun: 'engine',
      id,
      change: { before: before.offset, after: offset, learnt: before.learnt, reason: why },
    })
  })
}
