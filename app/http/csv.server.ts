import Papa from 'papaparse'

/** What a spreadsheet would take for a formula, also behind spaces and in the wide forms that some programs fold. */
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** Cells as a spreadsheet may open them: one that could be run as a formula gets an apostrophe before it. Numbers stay numbers. */
export function safeCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  return formula.test(text) ? `'${text}` : text
}

/** A CSV file to download: commas and CR LF (RFC 4180), UTF-8 with a mark so that Excel reads å, ä and ö. First row: heads. */
export function csvFile(name: string, rows: (string | number | null | undefined)[][]): Response {
  const body = `\ufeff${Papa.unparse(rows.map((row) => row.map(safeCell)), { newline: '\r\n' })}\r\n`
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
    },
  })
}
