import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export interface LabelledRow {
  id: string
  title: string
  text: string
  label?: string | null
  duplicate_of?: string | string[]
}

export function rowsOf(file: string): LabelledRow[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** Writes the rows as JSON lines and returns the file's name. */
export function writeRows(file: string, rows: readonly LabelledRow[]): string {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

/** B-cubed F of the groups against the labels; rows without a group are alone. */
export function bcubed(rows: readonly LabelledRow[], groups: ReadonlyMap<string, string>): number {
  const [both, labels, found] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  const keys = rows.map((row) => [String(row.label), groups.get(row.id) ?? `alone ${row.id}`] as const)
  for (const [label, group] of keys) {
    count(labels, label)
    count(found, group)
    count(both, JSON.stringify([label, group]))
  }
  let [precision, recall] = [0, 0]
  for (const [key, shared] of both) {
    const [label, group] = JSON.parse(key) as [string, string]
    precision += (shared * shared) / found.get(group)!
    recall += (shared * shared) / labels.get(label)!
  }
  return (2 * precision * recall) / (precision + recall) / rows.length
}
