const swedish = new Intl.Collator('sv')

/** Order of names as a Swedish reader looks for them. Databases order by code point: small letters after Z, Ä before Å. */
export function inSwedishOrder(a: string, b: string): number {
  return swedish.compare(a, b)
}
