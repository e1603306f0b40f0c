import { asc, desc, gt } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { eventHash, firstHash } from './event.ts'

export interface TrailFault {
  /** Number of the event in the trail. */
  seq: number
  /** `edited`: the row is not what was written. `missing`: one or more rows before this one are gone. */
  kind: 'edited' | 'missing'
}

export interface TrailReport {
  checked: number
  faults: TrailFault[]
  /** Hash of the last event: noted elsewhere (a minuted meeting, a print) it proves later that nothing before it changed. */
  lastHash: string
  lastSeq: number
  /** Whether the expected hash, if one was given, is still the hash of an event in an unbroken chain. */
  expectedFound: boolean | null
}

const batch = 1000
const mostFaults = 100

/**
 * Goes through the whole trail and finds every edited row and every place where rows are missing, also at the end as
 * far as other tables still refer to them. Somebody who may write the whole database could forge the whole chain: that
 * is found only by comparing with a hash noted elsewhere, given as `expected`.
 */
export async function verifyTrail(expected?: string): Promise<TrailReport> {
  let previousHash = firstHash
  let lastSeq = 0
  let checked = 0
  let expectedFound = expected === undefined ? null : false
  const faults: TrailFault[] = []
  for (;;) {
    const rows = await db.select().from(events).where(gt(events.seq, lastSeq)).orderBy(asc(events.seq)).limit(batch)
    for (const row of rows) {
      if (row.previousHash !== previousHash) faults.push({ seq: row.seq, kind: 'missing' })
      if (eventHash(row.previousHash, row) !== row.hash) faults.push({ seq: row.seq, kind: 'edited' })
      if (row.hash === expected && faults.length === 0) expectedFound = true
      previousHash = row.hash
      lastSeq = row.seq
      checked += 1
    }
    if (rows.length < batch) break
  }
  const [mentioned] = await db
    .select({ seq: eventSubjects.seq })
    .from(eventSubjects)
    .orderBy(desc(eventSubjects.seq))
    .limit(1)
  if ((mentioned?.seq ?? 0) > lastSeq) faults.push({ seq: mentioned?.seq ?? 0, kind: 'missing' })
  return { checked, faults: faults.slice(0, mostFaults), lastHash: previousHash, lastSeq, expectedFound }
}
