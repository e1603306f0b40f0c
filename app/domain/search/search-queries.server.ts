import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { resources } from '../../../db/schema/resources.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import type { Viewer } from '../people/person.ts'
import { audienceOf, hitsPerPage, type SearchNoun } from './search.ts'
import { searchEngine } from './search-engine.server.ts'
import { type SnippetPart, searchWords, snippet } from './search-words.ts'

export interface SearchHit {
  noun: SearchNoun
  title: SnippetPart[]
  /** Of what has a name in each language. */
  titleEn: SnippetPart[] | null
  snippet: SnippetPart[]
  number: string | null
  status: string
  /** Whose need it is, or whose resource. */
  organisation: Named | null
  path: string
  at: Date
}

export interface SearchResult {
  words: string
  hits: SearchHit[]
  total: number
  counts: Partial<Record<SearchNoun, number>>
  /** The words that the hits are for, where those asked for gave nothing. */
  meant: string | null
}

/** Searches everything that the viewer may see. `page` counts from 1. Empty words give an empty result. */
export async function searchEverything(
  viewer: Viewer,
  { words, noun, page = 1 }: { words: string; noun?: SearchNoun; page?: number },
): Promise<SearchResult> {
  const asked = words.trim().slice(0, 200)
  if (searchWords(asked).length === 0) return { words: asked, hits: [], total: 0, counts: {}, meant: null }
  const request = { audience: audienceOf(viewer), noun, limit: hitsPerPage, offset: (page - 1) * hitsPerPage }
  const first = await searchEngine().search({ ...request, words: asked })
  const answer = first.meant ? await searchEngine().search({ ...request, words: first.meant }) : first
  const marked = searchWords(first.meant ?? asked)
  const names = await namesOfHits(viewer, answer.hits)
  // The index follows a moment later when a need becomes one that the viewer may not see.
  const hits = answer.hits.filter((hit) => hit.noun !== 'need' || names.has(hit.nounId))
  const hidden = answer.hits.length - hits.length
  const counts = hidden > 0 ? { ...answer.counts, need: (answer.counts.need ?? hidden) - hidden } : answer.counts
  const total = noun ? (counts[noun] ?? 0) : Object.values(counts).reduce((sum, some) => sum + some, 0)
  return {
    words: asked,
    hits: hits.map(({ title, body, nounId, ...hit }) => {
      const { titleEn, organisation } = names.get(nounId) ?? {}
      return {
        ...hit,
        title: wholeMarked(title, marked),
        titleEn: titleEn ? wholeMarked(titleEn, marked) : null,
        snippet: snippet(body, marked),
        organisation: organisation ?? null,
      }
    }),
    total,
    counts,
    meant: first.meant,
  }
}

/**
 * What the things found and those they belong to are called today, since the index may know older names; of needs those
 * that the viewer may see. Two queries.
 */
async function namesOfHits(viewer: Viewer, hits: readonly { noun: SearchNoun; nounId: string }[]) {
  const idsOf = (noun: SearchNoun) => hits.flatMap((hit) => (hit.noun === noun ? [hit.nounId] : []))
  const [ofNeeds, ofResources] = await Promise.all([
    db
      .select({ id: needs.id, organisation: organisationName })
      .from(needs)
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .where(and(inArray(needs.id, idsOf('need')), needVisibleTo(viewer))),
    db
      .select({ id: resources.id, titleEn: resources.nameEn, organisation: organisationName })
      .from(resources)
      .leftJoin(organisations, eq(organisations.id, resources.ownerId))
      .where(inArray(resources.id, idsOf('resource'))),
  ])
  const named: { id: string; titleEn?: string; organisation: Named | null }[] = [...ofNeeds, ...ofResources]
  return new Map(named.map((one) => [one.id, one]))
}

function wholeMarked(title: string, words: ReturnType<typeof searchWords>): SnippetPart[] {
  return title.length <= 200 ? snippet(title, words) : [{ text: title, marked: false }]
}
