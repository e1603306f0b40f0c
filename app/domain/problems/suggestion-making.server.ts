import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { freshSimilarity, similarityFilled } from './similarity-index.server.ts'
import { strictnessNow } from './strictness-queries.server.ts'
import { fingerprintOf, type Proposal } from './suggestion.ts'
import { findProposals } from './suggestion-finding.server.ts'
import { loadMaterial } from './suggestion-material.server.ts'

/** Verbs of events after which there may be other things to propose. */
const moving =
  /^(need\.(submitted|relayed|revised|corrected|confirmed|disowned|withdrawn|reopened|referred|linked|unlinked)|problem\.|import\.|resource\.|suggestion\.|engine\.|term\.)/

const shortest = 1_000
/** The engine is being filled for the first time: try again when it ought to be. */
const notFilled = 5_000
let lastTook = 0

/** Asks for new suggestions when an event may have changed them. What is asked for twice is done once, and never takes more than a tenth of the time. */
export async function askForSuggestions(seq: number): Promise<void> {
  const [event] = await db.select({ verb: events.verb }).from(events).where(eq(events.seq, seq))
  if (!event || !moving.test(event.verb)) return
  await askForNewSuggestions()
}

/** Asks for new suggestions, whatever has changed. */
export async function askForNewSuggestions(): Promise<void> {
  await ask(Math.max(shortest, lastTook * 9))
}

async function ask(afterMs: number): Promise<void> {
  await enqueue('suggestions.refresh', {}, { key: 'suggestions.refresh', runAt: new Date(Date.now() + afterMs) })
}

/**
 * Makes suggestions anew: new ones open, those that no longer hold become stale, and what a person has answered stays
 * answered. Runs as a job; all the comparing happens in the engine's threads.
 */
export async function refreshSuggestions(): Promise<void> {
  const start = Date.now()
  const engine = await freshSimilarity()
  if (!engine) return ask(notFilled)
  await similarityFilled()
  const { inUse } = await strictnessNow()
  await keepSuggestions(await findProposals(engine, await loadMaterial(), inUse))
  lastTook = Date.now() - start
}

/** Suggestions that are written together; between them others have their turn. */
const slice = 100

async function keepSuggestions(proposals: readonly Proposal[]): Promise<void> {
  const made = new Map(proposals.map((proposal) => [fingerprintOf(proposal), proposal]))
  const kept = await db
    .select({
      id: suggestions.id,
      fingerprint: suggestions.fingerprint,
      status: suggestions.status,
      score: suggestions.score,
      band: suggestions.band,
      reasons: suggestions.reasons,
      title: suggestions.title,
      groupId: suggestions.groupId,
    })
    .from(suggestions)
  const stale = kept.filter((row) => row.status === 'open' && !made.has(row.fingerprint)).map((row) => row.id)
  await inSlices(stale, (ids) =>
    db
      .update(suggestions)
      .set({ status: 'stale' })
      // What somebody has answered meanwhile stays answered.
      .where(and(inArray(suggestions.id, ids), eq(suggestions.status, 'open'))),
  )
  const known = new Map(kept.map((row) => [row.fingerprint, row]))
  const fresh: (typeof suggestions.$inferInsert)[] = []
  const changed: { id: string; was: 'open' | 'stale'; now: Partial<typeof suggestions.$inferInsert> }[] = []
  for (const [fingerprint, { needs, ...proposal }] of made) {
    const before = known.get(fingerprint)
    const said = { ...proposal, needIds: needs.map((need) => need.id) }
    if (!before) fresh.push({ ...said, fingerprint, status: 'open', createdAt: now() })
    else if (before.status === 'stale') changed.push({ id: before.id, was: 'stale', now: { ...said, status: 'open' } })
    else if (before.status === 'open') {
      if (!isDeepStrictEqual(shown(said), shown(before))) changed.push({ id: before.id, was: 'open', now: shown(said) })
    }
  }
  await inSlices(changed, async (rows) => {
    for (const row of rows)
      await db
        .update(suggestions)
        .set(row.now)
        .where(and(eq(suggestions.id, row.id), eq(suggestions.status, row.was)))
  })
  await inSlices(fresh, (rows) => db.insert(suggestions).values(rows).onConflictDoNothing())
}

type Shown = Pick<typeof suggestions.$inferSelect, 'score' | 'band' | 'reasons' | 'title'> & { groupId?: string | null }
const shown = ({ score, band, reasons, title, groupId = null }: Shown) => ({ score, band, reasons, title, groupId })

async function inSlices<Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += slice) {
    await transaction(async () => {
      // Awaited in here: a query runs when it is awaited, and must run inside.
      await write(rows.slice(from, from + slice))
    })
    await letOthersRun()
  }
}
