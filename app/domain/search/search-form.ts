import { type SearchNoun, searchNouns } from './search.ts'

export interface SearchAsked {
  words: string
  noun?: SearchNoun
}

/** What an address asks search for. Unknown kinds are left out: an address may be old. */
export function searchAsked(parameters: URLSearchParams): SearchAsked {
  const noun = searchNouns.find((known) => known === parameters.get('kind'))
  return { words: (parameters.get('q') ?? '').trim().slice(0, 200), ...(noun && { noun }) }
}

/** The address of a search, of one kind and page. */
export function searchHref({ words, noun }: SearchAsked, page = 1): string {
  const parameters = new URLSearchParams({ q: words })
  if (noun) parameters.set('kind', noun)
  if (page > 1) parameters.set('page', String(page))
  return `/search?${parameters}`
}
