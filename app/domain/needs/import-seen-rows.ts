import type { ImportColumns, RowProblem } from './import.ts'
import type { RowDraft } from './import-row.ts'
import { plainWords } from './plain-words.ts'

/** What earlier rows of the same file say: two that say the same become one need, two that are alike are pointed out. */
export class SeenRows {
  private readonly references = new Map<string, number>()
  private readonly texts = new Map<string, number>()
  private readonly titles = new Map<string, number>()
  private readonly descriptions = new Map<string, number>()

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
    if (known && (reference || !sameText)) return []
    if (sameText) return [problem('', 'sameAsRow', sameText)]
    if (sameTitle) return [problem('title', 'likeRow', sameTitle)]
    return sameDescription ? [problem('description', 'likeRow', sameDescription)] : []
  }
}

/** The row that said it first, if that was another. */
function note(said: Map<string, number>, key: string, row: number): number | undefined {
  const first = said.get(key)
  if (first === undefined) said.set(key, row)
  return first
}
