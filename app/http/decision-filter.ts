import { pageOf } from './page-of.ts'

export type DecisionSearch = Partial<Record<'type' | 'year' | 'area' | 'page', string>>

/** How the address narrows the list of decisions; the list and its CSV file read it alike. */
export function decisionFilterOf(request: Request) {
  const { searchParams } = new URL(request.url)
  const one = (name: string) => searchParams.get(name)?.slice(0, 64) || undefined
  return { type: one('type'), year: one('year'), area: one('area'), page: pageOf(request) }
}

/** The query part of an address with these filters, with its question mark; empty without any. */
export function searchOf(search: DecisionSearch): string {
  const parts = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return parts.length > 0 ? `?${new URLSearchParams(parts)}` : ''
}
