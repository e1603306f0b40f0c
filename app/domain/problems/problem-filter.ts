import { needAreas } from '../needs/need.ts'
import { type MarkKind, markKinds } from './demand.ts'
import { type ProblemStatus, problemStatuses } from './problem.ts'

export const problemSorts = ['demand', 'newest', 'number'] as const
export type ProblemSort = (typeof problemSorts)[number]

export interface ProblemFilter {
  status?: ProblemStatus
  area?: string
  /** Only problems that an organisation of this kind has, or that a network says it has. */
  kind?: MarkKind
  words?: string
  /** Only problems of this theme. */
  theme?: string
  sort?: ProblemSort
}

/** What an address asks for. What is not known is not asked for. */
export function problemFilterOf(search: URLSearchParams): ProblemFilter {
  const among = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === search.get(name))
  return {
    status: among('status', problemStatuses),
    area: among('area', needAreas),
    kind: among('kind', markKinds),
    words: search.get('q')?.trim().slice(0, 200) || undefined,
    theme: /^[\w-]{1,64}$/.exec(search.get('theme') ?? '')?.[0],
    sort: among('sort', problemSorts),
  }
}

/** Whether the filter leaves anything out. */
export function isNarrowed({ status, area, kind, words, theme }: ProblemFilter): boolean {
  return Boolean(status || area || kind || words || theme)
}

/** The address of a list: the same filter always has the same one. */
export function problemsHref({ words, ...filter }: ProblemFilter, page = 1): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: words, ...filter }))
    if (value && !(name === 'sort' && value === 'demand')) search.set(name, value)
  if (page > 1) search.set('page', String(page))
  const query = search.toString()
  return query ? `/problems?${query}` : '/problems'
}
