import Papa from 'papaparse'
import type { Locale } from '../i18n/format.ts'

/** What a spreadsheet would take for a formula, also behind spaces and in the wide forms that some programs fold. */
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Cells as a spreadsheet may open them: one that could be run as a formula gets an apostrophe before it. Numbers stay numbers. */
export function safeCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  return formula.test(text) ? `'${text}` : text
}

/**
 * A CSV file to download: commas and CR LF (RFC 4180), UTF-8 with a mark so that Excel reads å, ä and ö. First row: heads.
 * What people open in a spreadsheet program, to fill in or to mend, says their language: Swedish ones take semicolons.
 */
export function csvFile(
  name: string,
  rows: (string | number | null | undefined)[][],
  { openedIn }: { openedIn?: Locale } = {},
): Response {
  const body = `\ufeff${Papa.unparse(
    rows.map((row) => row.map(safeCell)),
    { newline: '\r\n', delimiter: openedIn === 'sv' ? ';' : ',' },
  )}\r\n`
  return new Response(body, { headers: fileHeaders(name) })
}

type Value = string | number | boolean | Date | null | undefined

/**
 * A CSV file that is sent while it is read: `columns` names the heads and gives each cell of a row. Instants are
 * written as calendar dates of Sweden, truth as yes and no.
 */
export function csvStream<Row>(
  name: string,
  columns: Record<string, (row: Row) => Value>,
  rows: AsyncIterable<Row>,
): Response {
  const line = (cells: Value[]) => `${Papa.unparse([cells.map((cell) => safeCell(written(cell)))])}\r\n`
  const text = new TextEncoder()
  const reading = rows[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (sink) => sink.enqueue(text.encode(`\ufeff${line(Object.keys(columns))}`)),
    async pull(sink) {
      let chunk = ''
      while (chunk.length < 64_000) {
        const { done, value } = await reading.next()
        if (done) {
          if (chunk) sink.enqueue(text.encode(chunk))
          return sink.close()
        }
        chunk += line(Object.values(columns).map((cell) => cell(value)))
      }
      sink.enqueue(text.encode(chunk))
    },
    cancel: async () => void (await reading.return?.()),
  })
  return new Response(body, { headers: fileHeaders(name) })
}

const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' })

function written(value: Value): string | number | null | undefined {
  if (value instanceof Date) return day.format(value)
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

function fileHeaders(name: string): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.csv"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
  }
}
