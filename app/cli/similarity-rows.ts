import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** A row of an analyst's list. `id` as it was written (text or number), `key` the same as text. */
export interface Row {
  id: string | number
  key: string
  title: string
  text: string
  pinned: string | undefined
}

/** A line that is not a row, with its number. */
export class BadLine extends Error {}

/** Reads a JSON-lines file (gzip when the name ends in .gz). Empty lines are skipped; the first bad one is thrown. */
export function readRows(file: string): Row[] {
  const bytes = readFileSync(file)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  } catch (error) {
    throw new BadLine(
      `${file}: ${file.endsWith('.gz') && !(error instanceof TypeError) ? 'not a gzip file' : 'not UTF-8'}`,
    )
  }
  const seen = new Map<string, number>()
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const bad = (what: string) => new BadLine(`${file}, line ${at + 1}: ${what}`)
    const row = readRow(line, bad)
    const first = seen.get(row.key)
    if (first !== undefined) throw bad(`id ${JSON.stringify(row.id)} is already on line ${first}`)
    seen.set(row.key, at + 1)
    return [row]
  })
}

function readRow(line: string, bad: (what: string) => BadLine): Row {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw bad('not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('not an object {id, title, text}')
  const { id, title, text, pinned } = value as Record<string, unknown>
  if ((typeof id !== 'string' || id === '') && !Number.isInteger(id))
    throw bad('id is missing or neither text nor a whole number')
  for (const [name, field] of Object.entries({ title, text, pinned })) {
    if (field !== undefined && field !== null && typeof field !== 'string') throw bad(`${name} is not text`)
  }
  if (typeof title !== 'string' && typeof text !== 'string') throw bad('neither title nor text')
  return {
    id: id as string | number,
    key: String(id),
    title: typeof title === 'string' ? title : '',
    text: typeof text === 'string' ? text : '',
    pinned: typeof pinned === 'string' && pinned !== '' ? pinned : undefined,
  }
}
