import { eq, inArray } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
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

async function keepSuggestions(proposals: readonly Proposal[]): Promise<void> {
  const made = new Map(proposals.map((proposal) => [fingerprintOf(proposal), proposal]))
  await transaction(async () => {
    const kept = await db
      .select({ id: suggestions.id, fingerprint: suggestions.fingerprint, status: suggestions.status })
      .from(suggestions)
    const stale = kept.filter((row) => row.status === 'open' && !made.has(row.fingerprint)).map((row) => row.id)
    for (let from = 0; from < stale.length; from += 500)
      await db
        .update(suggestions)
        .set({ status: 'stale' })
        .where(inArray(suggestions.id, stale.slice(from, from + 500)))
    const known = new Map(kept.map((row) => [row.fingerprint, row]))
    const fresh: (typeof suggestions.$inferInsert)[] = []
    for (const [fingerprint, { needs, ...proposal }] of made) {
      const before = known.get(fingerprint)
      const said = { ...proposal, needIds: needs.map((need) => need.id) }
      if (!before) fresh.push({ ...said, fingerprint, status: 'open', createdAt: now() })
      else if (before.status === 'stale')
        await db
          .update(suggestions)
          .set({ ...said, status: 'open' })
          .where(eq(suggestions.id, before.id))
      else if (before.status === 'open')
        await db
          .update(suggestions)
          .set({ score: said.score, band: said.band, reasons: said.reasons, title: said.title, groupId: said.groupId })
          .where(eq(suggestions.id, before.id))
    }
    for (let from = 0; from < fresh.length; from += 200)
      await db.insert(suggestions).values(fresh.slice(from, from + 200))
  })
}
