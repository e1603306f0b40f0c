import { and, count, gte, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { terms } from '../../../db/schema/similarity.ts'
import type { GroupingTime } from '../../similarity/similarity-host.ts'
import { now } from '../clock.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { type EmbeddingState, embeddingState } from './embedding-server.server.ts'
import { type Filling, similarityAsItIs } from './similarity-index.server.ts'
import { latestSeq } from '../events/event-queries.server.ts'
import { countTexts } from './similarity-loading.server.ts'
import type { TextNoun } from './similarity-texts.ts'
import { type StrictnessState, strictnessNow } from './strictness-queries.server.ts'
import { type SuggestionKind, suggestionKinds } from './suggestion.ts'
import { builtInTerms } from './term.ts'
import { countVectors } from './vector-queries.server.ts'

const dayMs = 86_400_000
const recentDays = 90

export interface SuggestionCounts {
  /** All that the engine has made, also those that no longer hold. */
  made: number
  accepted: number
  changed: number
  rejected: number
  /** Of those that were answered: accepted as they were, 0–1. Null before the first answer. */
  shareAccepted: number | null
}

export interface EngineFacts {
  /** Texts that are compared, by what they are. */
  texts: Record<TextNoun, number>
  /** Concepts in the list: built in, and added by coordinators. */
  terms: { builtIn: number; added: number }
  /** The last event that this process's engine knows of and the last there is, with when each happened. */
  freshness: { seen: number; latest: number; seenAt: Date | null; latestAt: Date | null }
  /** How far a filling has come; undefined when none is going on. */
  filling: Filling | undefined
  /** When this process last grouped at each level, and how long it took. */
  grouped: readonly GroupingTime[]
  /** How this process has found the embedding server, and how many texts have a vector of the model in use. */
  embeddings: EmbeddingState & { vectors: number }
  strictness: StrictnessState
  suggestions: Record<'ever' | 'recent', { all: SuggestionCounts; byKind: Record<SuggestionKind, SuggestionCounts> }>
  recentDays: number
}

/** How the engine stands and how well its suggestions have been received: for everyone, since decisions build on it. */
export async function findEngineFacts(viewer: Viewer): Promise<EngineFacts | undefined> {
  if (!can(viewer, 'engine.see')) return undefined
  const { engine, filling } = similarityAsItIs()
  const seen = engine?.version ?? 0
  const latest = await latestSeq()
  const times = await db
    .select({ seq: events.seq, at: events.at })
    .from(events)
    .where(inArray(events.seq, [seen, latest]))
  const timeOf = (seq: number) => times.find((event) => event.seq === seq)?.at ?? null
  const [added] = await db.select({ total: count() }).from(terms)
  return {
    texts: await countTexts(),
    terms: { builtIn: builtInTerms, added: added?.total ?? 0 },
    freshness: { seen, latest, seenAt: timeOf(seen), latestAt: timeOf(latest) },
    filling,
    grouped: engine?.grouped ?? [],
    embeddings: { ...embeddingState(), vectors: await countVectors() },
    strictness: await strictnessNow(),
    suggestions: { ever: await countSuggestions(), recent: await countSuggestions(recentDays) },
    recentDays,
  }
}

/** Suggestions that were made, and answered, in as many days up to now; without a number, ever. */
async function countSuggestions(days?: number) {
  const since = days === undefined ? undefined : new Date(now().getTime() - days * dayMs)
  const made = await db
    .select({ kind: suggestions.kind, total: count() })
    .from(suggestions)
    .where(since && gte(suggestions.createdAt, since))
    .groupBy(suggestions.kind)
  const answered = await db
    .select({ kind: suggestions.kind, status: suggestions.status, total: count() })
    .from(suggestions)
    .where(
      and(
        inArray(suggestions.status, ['accepted', 'changed', 'rejected']),
        since && gte(suggestions.answeredAt, since),
      ),
    )
    .groupBy(suggestions.kind, suggestions.status)
  const counted = (kinds: readonly SuggestionKind[]): SuggestionCounts => {
    const sum = (rows: { kind: SuggestionKind; total: number }[]) =>
      rows.reduce((total, row) => total + (kinds.includes(row.kind) ? row.total : 0), 0)
    const of = (status: string) => sum(answered.filter((row) => row.status === status))
    const [accepted, changed, rejected] = [of('accepted'), of('changed'), of('rejected')]
    const all = accepted + changed + rejected
    return { made: sum(made), accepted, changed, rejected, shareAccepted: all === 0 ? null : accepted / all }
  }
  return {
    all: counted(suggestionKinds),
    byKind: Object.fromEntries(suggestionKinds.map((kind) => [kind, counted([kind])])) as Record<
      SuggestionKind,
      SuggestionCounts
    >,
  }
}
