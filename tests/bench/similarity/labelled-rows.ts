import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface LabelledRow {
  id: string
  title: string
  text: string
  label?: string | null
  duplicate_of?: string | string[]
}

/** The lines of a JSON-lines file (gzip when the name ends in .gz). */
export function linesOf<Line>(file: string): Line[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

export function rowsOf(file: string): LabelledRow[] {
  return linesOf<LabelledRow>(file)
}

/** Writes JSON lines and returns the file's name. */
export function writeLines(file: string, lines: readonly unknown[]): string {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}
