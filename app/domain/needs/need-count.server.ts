import { count, max, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'

const mostKept = 500
const kept = new Map<string, { seq: number; total: number }>()

/**
 * How many needs a condition holds for. The number is kept until the next event, since nothing but a command changes
 * what is counted; `key` has to tell conditions apart.
 */
export async function countNeeds(where: SQL, key: unknown): Promise<number> {
  const [last] = await db.select({ seq: max(events.seq) }).from(events)
  const seq = last?.seq ?? 0
  const name = JSON.stringify(key)
  const known = kept.get(name)
  if (known?.seq === seq) return known.total
  const [counted] = await db.select({ total: count() }).from(needs).where(where)
  const total = counted?.total ?? 0
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, { seq, total })
  return total
}
