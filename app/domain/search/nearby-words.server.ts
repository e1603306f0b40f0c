import type { Viewer } from '../people/person.ts'
import { audienceOf } from './search.ts'
import { searchEngine } from './search-engine.server.ts'
import { nearbyWords } from './search-words.ts'

const most = 4

/** Shorter ways to ask that do find something for this viewer, with how much. For a search that found nothing. */
export async function findNearby(viewer: Viewer, words: string): Promise<{ words: string; total: number }[]> {
  const audience = audienceOf(viewer)
  const found: { words: string; total: number }[] = []
  for (const candidate of nearbyWords(words)) {
    if (found.length === most) break
    const { counts } = await searchEngine().search({ words: candidate, audience, limit: 1, offset: 0 })
    const total = Object.values(counts).reduce((sum, some) => sum + some, 0)
    if (total > 0) found.push({ words: candidate, total })
  }
  return found
}
