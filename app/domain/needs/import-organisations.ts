import { editDistance } from '../edit-distance.ts'
import type { Named } from '../organisations/organisation.ts'
import { digitsOf, hasCheckDigit } from '../organisations/organisation-number.ts'
import { plainWords } from './plain-words.ts'

export interface KnownOrganisation extends Named {
  id: string
  key: string
  number: string | null
  /** It is found by its id, for what was said when it existed, and never offered. */
  ended?: boolean
}

export type Match = { found: KnownOrganisation } | { ambiguous: KnownOrganisation[] } | { unknown: true }

export interface OrganisationMatcher {
  /** By Swedish or English name or key, whatever the case, with or without "kommun" or "stad". */
  byName(words: string): Match
  byNumber(digits: string): KnownOrganisation | undefined
  byId(id: string): KnownOrganisation | undefined
  /** The names that the words may be a mistyped or shortened form of, best first; none where that would be a guess. */
  near(words: string, limit?: number): KnownOrganisation[]
}

export function matchOrganisations(all: readonly KnownOrganisation[]): OrganisationMatcher {
  const ids = new Map(all.map((one) => [one.id, one]))
  const organisations = all.filter(({ ended }) => !ended)
  const numbers = new Map(organisations.flatMap((one) => (one.number ? [[one.number, one]] : [])))
  const exact = new Map<string, Set<KnownOrganisation>>()
  const loose = new Map<string, Set<KnownOrganisation>>()
  const add = (names: Map<string, Set<KnownOrganisation>>, name: string, one: KnownOrganisation) => {
    if (name) names.set(name, (names.get(name) ?? new Set()).add(one))
  }
  for (const one of organisations) {
    for (const name of [one.name, one.nameEn, one.key]) add(exact, plainWords(name), one)
    for (const name of [one.name, one.nameEn]) for (const form of looseForms(name)) add(loose, form, one)
    add(loose, initials(one.name), one)
  }
  const known: Match = { unknown: true }
  const one = (found: Set<KnownOrganisation> | undefined): Match | undefined => {
    if (!found) return undefined
    const [first] = found
    return found.size === 1 && first ? { found: first } : { ambiguous: [...found] }
  }
  const named = organisations.map((organisation) => ({
    organisation,
    names: [withoutKind(organisation.name), withoutKind(organisation.nameEn)],
  }))
  return {
    byName: (words) =>
      one(exact.get(plainWords(words))) ??
      looseForms(words)
        .map((form) => one(loose.get(form)))
        .find(Boolean) ??
      known,
    byNumber: (digits) => numbers.get(digits),
    byId: (id) => ids.get(id),
    near(words, limit = 3) {
      const wanted = withoutKind(words)
      const most = slips(wanted)
      const steps = (name: string) =>
        Math.abs(name.length - wanted.length) > most ? most + 1 : editDistance(wanted, name)
      const away = named
        .map(({ organisation, names }) => ({ organisation, steps: Math.min(...names.map(steps)) }))
        .sort((a, b) => a.steps - b.steps)
        .filter(({ steps }, _, [nearest]) => steps <= most && steps === nearest?.steps)
      const longer = away.length > 0 ? [] : named.filter(({ names }) => names.some((name) => holdsWords(name, wanted)))
      const found = longer.length <= limit ? [...away, ...longer] : []
      return found.slice(0, limit).map(({ organisation }) => organisation)
    },
  }
}

/** What a cell with a number in it says: the digits, and what is wrong with them. */
export function readNumber(words: string): { digits: string; fault?: 'numberLength' | 'numberChecksum' } {
  const digits = digitsOf(words)
  if (digits.length !== 10) return { digits, fault: 'numberLength' }
  return hasCheckDigit(digits) ? { digits } : { digits, fault: 'numberChecksum' }
}

const kindWords = /\s+(kommun|stad|municipality|city|ab|aktiebolag)$|^(the|city of|municipality of)\s+/g

/** Forms without the word for the kind, and without the genitive before it: Stenåkers kommun, Stenåker. */
function looseForms(name: string): string[] {
  const whole = plainWords(name)
  const bare = whole.replace(kindWords, '')
  if (bare === whole) return [bare, `${bare}s`]
  return bare.endsWith('s') ? [bare, bare.slice(0, -1)] : [bare, `${bare}s`]
}

/** SKR for Sveriges Kommuner och Regioner; nothing for names with fewer than three capital letters that begin words. */
function initials(name: string): string {
  const letters = [...name.matchAll(/(?:^|[\s-])(\p{Lu})/gu)].map((match) => match[1]).join('')
  return letters.length >= 3 ? letters.toLowerCase() : ''
}

/** The name alone, also where the word for the kind is misspelt. */
function withoutKind(name: string): string {
  const bare = plainWords(name).replace(kindWords, '')
  const words = bare.split(' ')
  const last = words.at(-1) ?? ''
  const misspelt = words.length > 1 && ['kommun', 'municipality'].some((kind) => editDistance(last, kind) <= 2)
  return misspelt ? words.slice(0, -1).join(' ') : bare
}

/** How many letters a name of that length may differ in and still be the same name, mistyped. */
function slips(name: string): number {
  return name.length < 4 ? 0 : name.length < 8 ? 1 : name.length < 16 ? 2 : 3
}

/** Skåne in Region Skåne. */
function holdsWords(name: string, words: string): boolean {
  return words.length >= 4 && ` ${name} `.includes(` ${words} `)
}
