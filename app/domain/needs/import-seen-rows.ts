import type { ImportColumns, RowProblem } from './import.ts'
import type { RowDraft } from './import-row.ts'
import { plainWords } from './plain-words.ts'

/** What earlier rows of the same file say: two that say the same become one need, two that are alike are pointed out. */
export class SeenRows {
  private readonly references = new Map<string, number>()
  private readonly texts = new Map<string, number>()
  private readonly titles = new Map<string, number>()
  private readonly descriptions = new Map<string, number>()
  private readonly ofOrganisation = new Map<string, WordedRow[]>()

  /**
   * What a row repeats of an earlier one; from then on it is itself an earlier one. `known` says that the row is about a
   * need that there is: with a reference of its own that is no repetition, whatever it says.
   */
  find(
    { rowNumber, cells }: { rowNumber: number; cells: Record<string, string> },
    columns: ImportColumns,
    draft: RowDraft | undefined,
    known: boolean,
  ): RowProblem[] {
    const at = (field: string) => Object.entries(columns).find(([, one]) => one === field)?.[0] ?? ''
    const problem = (field: string, code: 'referenceTwice' | 'sameAsRow' | 'likeRow', row: number): RowProblem => ({
      column: at(field),
      code,
      value: (cells[at(field)] ?? '').slice(0, 120),
      values: { row },
    })
    // Also where something else keeps the row out: both faults can then be mended at once.
    const reference = cells[at('reference')] ?? ''
    const sameReference = reference && note(this.references, reference, rowNumber)
    if (sameReference) return [problem('reference', 'referenceTwice', sameReference)]
    if (!draft || draft.missing.length > 0) return []
    const key = (text: string) => `${draft.organisationId} ${plainWords(text) || text}`
    const { title, description } = draft.fields
    const sameText = note(this.texts, `${key(title)}\n${key(description)}`, rowNumber)
    const sameTitle = note(this.titles, key(title), rowNumber)
    const sameDescription = note(this.descriptions, key(description), rowNumber)
    const reworded = this.findReworded(draft, rowNumber)
    if (known && (reference || !sameText)) return []
    if (sameText) return [problem('', 'sameAsRow', sameText)]
    if (sameTitle) return [problem('title', 'likeRow', sameTitle)]
    if (sameDescription) return [problem('description', 'likeRow', sameDescription)]
    return reworded ? [problem('', 'likeRow', reworded)] : []
  }

  /** The first of the latest rows of the same organisation that says nearly the same in nearly the same words. */
  private findReworded({ organisationId, fields }: RowDraft, row: number): number | undefined {
    const words = new Set(plainWords(`${fields.title} ${fields.description}`).split(' '))
    const earlier = this.ofOrganisation.get(organisationId) ?? []
    const first = earlier.find((one) => isReworded(one.words, words))
    this.ofOrganisation.set(organisationId, [...earlier, { row, words }].slice(-compared))
    return first?.row
  }
}

interface WordedRow {
  row: number
  words: ReadonlySet<string>
}

/** Rows of one organisation that a row is held against: a list of one organisation alone may be thousands. */
const compared = 200
/** Shorter texts differ by a word when they differ at all. */
const leastWords = 8
/** Of all words of two texts, the part that both have. */
const nearlySame = 0.75

function isReworded(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  if (fewer.size < leastWords || fewer.size < nearlySame * more.size) return false
  let shared = 0
  let left = fewer.size
  for (const word of fewer) {
    if (more.has(word)) shared += 1
    left -= 1
    // Most pairs are told apart by their first words.
    if (shared + left < nearlySame * (more.size + fewer.size - shared - left)) return false
  }
  // What numbers a text has sets apart rows that are made from one pattern.
  return sameNumbers(one, other)
}

const numbersOf = (words: ReadonlySet<string>) => [...words].filter((word) => /\d/.test(word)).sort()
function sameNumbers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return numbersOf(one).join(' ') === numbersOf(other).join(' ')
}

/** The row that said it first, if that was another. */
function note(said: Map<string, number>, key: string, row: number): number | undefined {
  const first = said.get(key)
  if (first === undefined) said.set(key, row)
  return first
}
