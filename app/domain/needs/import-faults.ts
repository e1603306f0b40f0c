import { isFault, type RowFault, type RowProblem } from './import.ts'

/** One kind of fault in one column of a file. */
export interface FaultKind {
  code: RowFault
  /** Heading of the column, empty where the row as a whole is meant or the column has none. */
  heading: string
  /** Place of the column, from 0; empty where the row as a whole is meant. */
  column: string
  /** Rows that have it. */
  rows: number
  /** What the file says on more than one of them, most rows first. */
  values: { value: string; rows: number }[]
}

const valuesShown = 3

/**
 * What is wrong with rows, each kind with its number of rows, most rows first. `rows` holds the problems of each row,
 * `headings` those of the file, in its order.
 */
export function faultKinds(rows: readonly (readonly RowProblem[])[], headings: readonly string[]): FaultKind[] {
  const kinds = new Map<string, { code: RowFault; column: string; rows: number; values: Map<string, number> }>()
  for (const problems of rows)
    for (const problem of problems) {
      if (!isFault(problem)) continue
      const { code, column, value } = problem
      const key = `${code} ${column}`
      const kind = kinds.get(key) ?? { code, column, rows: 0, values: new Map() }
      kinds.set(key, kind)
      kind.rows += 1
      if (value) kind.values.set(value, (kind.values.get(value) ?? 0) + 1)
    }
  return [...kinds.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ values, ...kind }) => ({
      ...kind,
      heading: kind.column === '' ? '' : (headings[Number(kind.column)] ?? ''),
      values: [...values]
        .map(([value, count]) => ({ value, rows: count }))
        .filter((one) => one.rows > 1)
        .sort((a, b) => b.rows - a.rows)
        .slice(0, valuesShown),
    }))
}
