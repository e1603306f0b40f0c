import { hasRole, networksOf, organisationsOf, seesRestricted, type Viewer } from '../people/person.ts'

export const searchNouns = ['need', 'problem', 'round', 'decision', 'resource'] as const
export const hitsPerPage = 20
export type SearchNoun = (typeof searchNouns)[number]

/** One thing as search knows it. */
export interface SearchDocument {
  noun: SearchNoun
  nounId: string
  title: string
  body: string
  number: string | null
  status: string
  /** Names that it is found by beside what is shown of it: whose it is, and what it is called in English. */
  otherNames: string[]
  audience: string[]
  path: string
  at: Date
}

export interface SearchRequest {
  words: string
  /** Tokens of which a document must carry one: what the viewer may find. The filter is in the query itself. */
  audience: string[]
  noun?: SearchNoun
  limit: number
  offset: number
}

export interface SearchAnswer {
  /** Best first. */
  hits: Omit<SearchDocument, 'audience' | 'otherNames'>[]
  /** How many there are of each noun, whatever noun was asked for. */
  counts: Partial<Record<SearchNoun, number>>
  /** What may have been meant, where the words as written gave nothing. */
  meant: string | null
}

/** The port that both search engines fill. */
export interface SearchEngine {
  put(documents: SearchDocument[]): Promise<void>
  remove(noun: SearchNoun, nounIds: string[]): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
  search(request: SearchRequest): Promise<SearchAnswer>
  /** Whether the engine answers: shown to administrators. Never throws. */
  isHealthy(): Promise<boolean>
}

export const organisationAudience = (id: string) => `org${id}`
export const networkAudience = (id: string) => `net${id}`

/** What a viewer may find, as the tokens that documents carry. Mirrors can(): `*.see`. */
export function audienceOf(viewer: Viewer): string[] {
  return [
    'public',
    ...(seesRestricted(viewer) ? ['restricted'] : []),
    ...(hasRole(viewer, 'coordinator') ? ['coordinator'] : []),
    ...(hasRole(viewer, 'committee_member') ? ['committee'] : []),
    ...organisationsOf(viewer).map(organisationAudience),
    ...networksOf(viewer).map(networkAudience),
  ]
}
