import { type ImportColumns, type ImportField, importFields } from './import.ts'
import { headingsOf, normalHeading } from './import-headings.ts'
import { digitsOf, isOrganisationNumber } from '../organisations/organisation-number.ts'
import type { SpreadsheetRow } from './spreadsheet.ts'

export const guessReasons = [
  'remembered',
  'heading',
  'headingPartly',
  'numbers',
  'emails',
  'organisations',
  'longest',
  'onlyText',
  'distinct',
  'repeated',
  'values',
  'otherValues',
  'taken',
  'empty',
  'none',
] as const
export type GuessReason = (typeof guessReasons)[number]

export interface Guess {
  field: ImportField | null
  /** `unused` where the column is not read in. */
  sure: 'sure' | 'unsure' | 'unused'
  reason: GuessReason
  values?: { of: number; rows: number }
}

interface Candidate extends Guess {
  column: number
  field: ImportField
  weight: number
}

/** What is known beside the file: headings of the network's last list, and which names and words the register takes. */
export interface GuessKnowledge {
  /** Heading, as `normalHeading` writes it → the field that it became last time; empty for a column that was not read in. */
  remembered: Record<string, string>
  isOrganisation(words: string): boolean
  isUrgency(words: string): boolean
}

/** Guesses what each column is, from its heading and from what stands in it, with the reason. No two columns get one field. */
export function guessColumns(
  headings: readonly string[],
  rows: readonly SpreadsheetRow[],
  known: GuessKnowledge,
): Guess[] {
  const columns = headings.map((heading, column) => {
    const words = rows.map((row) => row.cells[column] ?? '').filter(Boolean)
    return { heading: normalHeading(heading), column, words }
  })
  const candidates = columns
    .flatMap((column) => candidatesOf(column, rows.length, known))
    .sort((a, b) => b.weight - a.weight)
  const guesses = new Map<number, Guess>()
  const taken = new Set<ImportField>()
  for (const { column, weight: _, ...guess } of candidates) {
    if (guesses.has(column) || taken.has(guess.field)) continue
    guesses.set(column, guess)
    taken.add(guess.field)
  }
  addDescription(columns, guesses, taken)
  return columns.map(({ column, words, heading }) => {
    const guess = guesses.get(column)
    if (guess) return guess
    if (words.length === 0) return { field: null, sure: 'unused', reason: 'empty' }
    if (known.remembered[heading] === '') return { field: null, sure: 'unused', reason: 'remembered' }
    const wanted = candidates.some((candidate) => candidate.column === column)
    return { field: null, sure: 'unused', reason: wanted ? 'taken' : 'none' }
  })
}

interface Column {
  heading: string
  column: number
  words: string[]
}

function candidatesOf({ heading, column, words }: Column, rowCount: number, known: GuessKnowledge): Candidate[] {
  if (words.length === 0) return []
  const found: Candidate[] = []
  const add = (field: ImportField, weight: number, reason: GuessReason, sure: boolean, values?: Guess['values']) =>
    found.push({ column, field, weight, reason, sure: sure ? 'sure' : 'unsure', ...(values && { values }) })
  const share = (test: (word: string) => boolean) => words.filter(test).length
  const counts = (count: number) => ({ of: count, rows: rowCount })

  const remembered = known.remembered[heading]
  if (heading && remembered === '') return []
  if (heading && importFields.includes(remembered as ImportField))
    add(remembered as ImportField, 100, 'remembered', true)

  const numbers = share(isOrganisationNumber)
  if (numbers >= words.length * 0.8 && share((word) => digitsOf(word).length >= 10) > 0)
    add('organisationNumber', 90, 'numbers', true, counts(numbers))
  const emails = share((word) => /\S@\S+\.\S/.test(word))
  if (emails >= words.length * 0.6) add('contactEmail', 85, 'emails', true, counts(emails))
  const organisations = share(known.isOrganisation)
  if (organisations >= words.length * 0.6) add('organisation', 80, 'organisations', true, counts(organisations))

  const named = headingsOf(heading)
  if (named) {
    const { field, exact } = named
    const base = exact ? 70 : 40
    if (field === 'reference') {
      const distinct = new Set(words).size === words.length && words.length === rowCount
      add(field, base, distinct ? 'distinct' : 'repeated', exact && distinct)
    } else if (field === 'urgency') {
      const fits = share(known.isUrgency) >= words.length * 0.8
      add(field, base, fits ? 'values' : 'otherValues', exact && fits)
    } else add(field, base, exact ? 'heading' : 'headingPartly', exact)
  }
  return found
}

/** Where no heading says so, the column with the most words is taken for the description, or the one that says the need. */
function addDescription(columns: readonly Column[], guesses: Map<number, Guess>, taken: Set<ImportField>): void {
  if (taken.has('description')) return
  const mean = ({ words }: Column) => words.reduce((sum, word) => sum + word.length, 0) / Math.max(words.length, 1)
  const free = columns.filter(({ column }) => !guesses.has(column)).sort((a, b) => mean(b) - mean(a))
  const [longest] = free
  if (longest && mean(longest) > 60)
    return void guesses.set(longest.column, { field: 'description', sure: 'unsure', reason: 'longest' })
  const [only] = [...guesses].find(([, guess]) => guess.field === 'title' && guess.reason !== 'remembered') ?? []
  if (only !== undefined) guesses.set(only, { field: 'description', sure: 'unsure', reason: 'onlyText' })
}

export function columnsOf(guesses: readonly Guess[]): ImportColumns {
  return Object.fromEntries(guesses.flatMap(({ field }, at) => (field ? [[String(at), field]] : [])))
}
