import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What names a row or a confirmed group in an analyst's list. */
export type Name = string | number

/** A row of an analyst's list. `id` and `pinned` as they were written, `key` the id as text. */
export interface Row {
  id: Name
  key: string
  title: string
  text: string
  pinned: Name | undefined
}

/** A line that is not a row, with its number. */
export class BadLine extends Error {}

/** Reads a JSON-lines file (gzip when the name ends in .gz). Empty lines are skipped; the first bad one is thrown. */
export function readRows(file: string): Row[] {
  const bytes = unpacked(file)
  if (!isUtf8(bytes)) throw new BadLine(`${file}, line ${firstNotUtf8(bytes)}: not UTF-8`)
  const seen = new Map<string, number>()
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      const bad = (what: string) => new BadLine(`${file}, line ${at + 1}: ${what}`)
      const row = readRow(line, bad)
      const first = seen.get(row.key)
      if (first !== undefined) throw bad(`id ${JSON.stringify(row.id)} is already on line ${first}`)
      seen.set(row.key, at + 1)
      return [row]
    })
}

function unpacked(file: string): Buffer {
  const bytes = readFileSync(file)
  if (!file.endsWith('.gz')) return bytes
  try {
    return gunzipSync(bytes)
  } catch {
    throw new BadLine(`${file}: not a gzip file, or cut short`)
  }
}

function firstNotUtf8(bytes: Buffer): number {
  let line = 1
  for (let from = 0; ; line++) {
    const end = bytes.indexOf('\n', from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
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
  if (id === '' || id === undefined || id === null || !isName(id)) throw bad(`id is missing or ${NO_NAME}`)
  for (const [name, field] of Object.entries({ title, text })) {
    if (field !== undefined && field !== null && typeof field !== 'string') throw bad(`${name} is not text`)
  }
  if (pinned !== undefined && pinned !== null && !isName(pinned)) throw bad(`pinned is ${NO_NAME}`)
  if (typeof title !== 'string' && typeof text !== 'string') throw bad('neither title nor text')
  return {
    id,
    key: String(id),
    title: typeof title === 'string' ? title : '',
    text: typeof text === 'string' ? text : '',
    pinned: pinned === null || pinned === '' ? undefined : pinned,
  }
}

const NO_NAME = `neither text nor a whole number of at most ${Number.MAX_SAFE_INTEGER}`

/** Larger numbers would be read as others. */
function isName(value: unknown): value is Name {
  return typeof value === 'string' || Number.isSafeInteger(value)
}
