import { latestSeq } from './event-queries.server.ts'

interface Kept {
  seq: number
  value: Promise<unknown>
}
const mostKept = 500
const kept = new Map<string, Kept>()

/**
 * What `count` gives, counted once for each state of the trail: a later event makes it be counted anew. `name` has to say
 * all that the count depends on, the viewer's sight too where it differs. One query where nothing has happened since.
 */
export async function countedOnce<Value>(name: string, count: () => Promise<Value>): Promise<Value> {
  const seq = await latestSeq()
  const known = kept.get(name)
  if (known?.seq === seq) return known.value as Promise<Value>
  const value = count()
  const entry = { seq, value }
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, entry)
  // A failed count is not kept: the next one tries again.
  value.catch(() => {
    if (kept.get(name) === entry) kept.delete(name)
  })
  return value
}
