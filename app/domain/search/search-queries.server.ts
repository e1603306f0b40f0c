import type { Viewer } from '../people/person.ts'
import { audienceOf, hitsPerPage, type SearchNoun } from './search.ts'
import { searchEngine } from './search-engine.server.ts'
import { type SnippetPart, searchWords, snippet } from './search-words.ts'

export interface SearchHit {
  noun: SearchNoun
  title: SnippetPart[]
  snippet: SnippetPart[]
  number: string | null
  status: string
  belongsTo: string
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
  const counts = answer.counts
  const total = noun ? (counts[noun] ?? 0) : Object.values(counts).reduce((sum, some) => sum + some, 0)
  return {
    words: asked,
    hits: answer.hits.map(({ title, body, nounId: _, ...hit }) => ({
      ...hit,
      title: wholeMarked(title, marked),
      snippet: snippet(body, marked),
    })),
    total,
    counts,
    meant: first.meant,
  }
}

function wholeMarked(title: string, words: ReturnType<typeof searchWords>): SnippetPart[] {
  return title.length <= 200 ? snippet(title, words) : [{ text: title, marked: false }]
}
