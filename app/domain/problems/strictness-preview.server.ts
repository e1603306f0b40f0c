import { setTimeout as setTimeoutOf } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { problems, suggestions } from '../../../db/schema/problems.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { freshSimilarity, similarityFilled } from './similarity-index.server.ts'
import { strictnessBounds } from './strictness.ts'
import { fingerprintOf, type Proposal, type SuggestionKind } from './suggestion.ts'
import { findProposals } from './suggestion-finding.server.ts'
import type { ProposingEngine } from './suggestion-hits.ts'
import { loadMaterial } from './suggestion-material.server.ts'

const examplesShown = 5

/** A suggestion in few words: what it is about. */
export interface PreviewExample {
  kind: SuggestionKind
  /** Of the need, or the problem, that the suggestion starts from. */
  title: string
  /** The problem to join or to merge into it; what a changed suggestion is about instead. */
  other: string | null
  needCount: number
  terms: string[]
}

export interface PreviewPart {
  count: number
  byKind: Partial<Record<SuggestionKind, number>>
  examples: PreviewExample[]
}

export interface StrictnessPreview {
  strictness: number
  /** Open now and proposed as well at the other strictness. */
  stay: number
  appear: PreviewPart
  disappear: PreviewPart
  /** About the same need or problem, but with other needs or another problem: as they would become. */
  change: PreviewPart
}

const waitedForMs = 4_000
const keptMs = 60_000
/** Comparisons that are going on, and what those found that the page could not wait for, by strictness. */
const comparisons = new Map<number, Promise<StrictnessPreview>>()

/**
 * Which open suggestions would come, go and change at another strictness (0.1–0.9). Compared in the grouping thread;
 * nothing is saved. Undefined for those who may not set it, while the engine is being filled, and while it compares:
 * among tens of thousands of needs that takes longer than a page can wait, and is there when it is asked for again.
 */
export async function previewStrictness(viewer: Viewer, strictness: number): Promise<StrictnessPreview | undefined> {
  if (!can(viewer, 'engine.tune')) return undefined
  const engine = await freshSimilarity()
  if (!engine) return undefined
  const bounded = Math.min(strictnessBounds.most, Math.max(strictnessBounds.least, strictness))
  const comparison = comparisons.get(bounded) ?? startComparison(engine, bounded)
  return Promise.race([comparison, setTimeoutOf(waitedForMs, undefined, { ref: false })])
}

function startComparison(engine: ProposingEngine, bounded: number): Promise<StrictnessPreview> {
  const start = performance.now()
  const comparison = compare(engine, bounded)
  comparisons.set(bounded, comparison)
  const forget = () => comparisons.delete(bounded)
  // Found while the page waited, it has been shown; found later, it is there when the page comes back.
  comparison.then(
    () => (performance.now() - start < waitedForMs ? forget() : setTimeout(forget, keptMs).unref()),
    forget,
  )
  return comparison
}

async function compare(engine: ProposingEngine, bounded: number): Promise<StrictnessPreview> {
  // What is found of a problem is remembered, so it must not be found with half of the texts.
  await similarityFilled()
  const open = await db
    .select({
      fingerprint: suggestions.fingerprint,
      kind: suggestions.kind,
      leadNeedId: suggestions.leadNeedId,
      problemId: suggestions.problemId,
      otherId: suggestions.otherId,
      needIds: suggestions.needIds,
      reasons: suggestions.reasons,
    })
    .from(suggestions)
    .where(eq(suggestions.status, 'open'))
  const proposals = await findProposals(engine, await loadMaterial(), bounded)
  const there = proposals.map(outlineOf)
  const now = new Set(open.map((one) => one.fingerprint))
  const then = new Set(there.map((one) => one.fingerprint))
  const going = open.filter((one) => !then.has(one.fingerprint))
  const coming = there.filter((one) => !now.has(one.fingerprint))
  const startsOf = (outlines: readonly Outline[]) => new Set(outlines.map(startOf))
  const [startGoing, startComing] = [startsOf(going), startsOf(coming)]
  const known = await titlesOf([...going, ...coming])
  const part = (outlines: readonly Outline[]): PreviewPart => ({
    count: outlines.length,
    byKind: countByKind(outlines),
    examples: outlines.slice(0, examplesShown).map((outline) => exampleOf(outline, known)),
  })
  return {
    strictness: bounded,
    stay: open.length - going.length,
    appear: part(coming.filter((one) => !startGoing.has(startOf(one)))),
    disappear: part(going.filter((one) => !startComing.has(startOf(one)))),
    change: part(coming.filter((one) => startGoing.has(startOf(one)))),
  }
}

interface Outline {
  fingerprint: string
  kind: SuggestionKind
  leadNeedId: string | null
  problemId: string | null
  otherId: string | null
  needIds: readonly string[]
  reasons: readonly { term: string }[]
}

function outlineOf(proposal: Proposal): Outline {
  return { ...proposal, fingerprint: fingerprintOf(proposal), needIds: proposal.needs.map((need) => need.id) }
}

/** What a suggestion starts from: the need whose row it stands in, or the problem and what is asked about it. */
function startOf({ kind, leadNeedId, problemId }: Outline): string {
  return leadNeedId ?? `${kind} ${problemId}`
}

function countByKind(outlines: readonly Outline[]): PreviewPart['byKind'] {
  const counts: PreviewPart['byKind'] = {}
  for (const { kind } of outlines) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

async function titlesOf(outlines: readonly Outline[]): Promise<Map<string, string>> {
  const shown = outlines.slice(0, 2000)
  const needIds = shown.flatMap((one) => [one.leadNeedId, one.kind === 'duplicate' ? one.otherId : null])
  const problemIds = shown.flatMap((one) => [one.problemId, one.kind === 'merge' ? one.otherId : null])
  const found = new Map<string, string>()
  for (const [table, ids] of [
    [needs, needIds],
    [problems, problemIds],
  ] as const) {
    const distinct = [...new Set(ids.flatMap((id) => id ?? []))]
    for (let from = 0; from < distinct.length; from += 500)
      for (const row of await db
        .select({ id: table.id, title: table.title })
        .from(table)
        .where(inArray(table.id, distinct.slice(from, from + 500))))
        found.set(row.id, row.title)
  }
  return found
}

function exampleOf({ kind, leadNeedId, problemId, otherId, needIds, reasons }: Outline, known: Map<string, string>) {
  const start = leadNeedId ?? problemId ?? ''
  const other = leadNeedId ? (problemId ?? otherId) : otherId
  return {
    kind,
    title: known.get(start) ?? '',
    other: (other && known.get(other)) ?? null,
    needCount: needIds.length,
    terms: reasons.slice(0, 4).map((reason) => reason.term),
  }
}
