import Papa from 'papaparse'
import { cleanCell, headingRows, SpreadsheetError, type SpreadsheetRow, spreadsheetLimits } from './spreadsheet.ts'

export const delimiters = [';', ',', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * The text of a file whose encoding nobody says: by its byte order mark, else UTF-8 where it is that, else Windows-1252,
 * which Excel in Sweden writes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

/** Bytes 0x80 to 0x9f (Unicode's CP1252.TXT). Node's own decoder takes the encoding for Latin-1, where they are control characters. */
const upperHalf = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => upperHalf[control.charCodeAt(0) - 0x80] as string)
}

/** Rows of a comma, semicolon or tab separated text, numbered by record as spreadsheet programs number them. */
export function readCsv(text: string, given?: Delimiter): SpreadsheetRow[] {
  if (looksBinary(text)) throw new SpreadsheetError('notSpreadsheet')
  const named = /^\ufeff?sep=([;,\t])\r?\n/.exec(text)
  const content = named ? text.slice(named[0].length) : text.replace(/^\ufeff/, '')
  const delimiter = given ?? (named?.[1] as Delimiter | undefined) ?? delimiterOf(content)
  const rows: SpreadsheetRow[] = []
  let number = named ? 1 : 0
  let filled = 0
  Papa.parse<string[]>(content, {
    delimiter,
    step({ data }, parser) {
      number += 1
      const cells = data.slice(0, spreadsheetLimits.columns + 1).map(cleanCell)
      if (!cells.some(Boolean)) return
      rows.push({ number, cells })
      // The heading and what may stand above it are not counted.
      if (++filled > spreadsheetLimits.rows + headingRows) parser.abort()
    },
  })
  return rows
}

/** The delimiter that gives the most even table; of two that are alike, the one earlier in the list. */
function delimiterOf(text: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/** How many columns most of the first rows have, less for every row that has another number and for every misplaced quote. */
function evenness(text: string, delimiter: Delimiter): number {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: 60 })
  const widths = data.filter((row) => row.some((cell) => cell.trim())).map((row) => row.length)
  const wide = widths.filter((width) => width > 1)
  if (wide.length === 0) return 0
  const usual = mostCommon(wide)
  const even = widths.filter((width) => width === usual).length / widths.length
  return even * even * Math.min(usual, 30) - errors.filter((error) => error.type === 'Quotes').length
}

function mostCommon(numbers: number[]): number {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** Pictures, programs and pages are no lists. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 4000)
  if (/^\s*(<!doctype|<html|<\?xml|%PDF|\{\\rtf)/i.test(start)) return true
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what gives a binary file away
  const odd = start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0
  return odd > start.length / 100
}
