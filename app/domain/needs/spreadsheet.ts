/** A list as people made it: headings, and rows with the numbers that the people see beside them. */
export interface SpreadsheetRow {
  /** As the spreadsheet program shows it: the first row of the file is 1. */
  number: number
  /** One text per heading; empty where the cell is. */
  cells: string[]
}

export interface Spreadsheet {
  headings: string[]
  rows: SpreadsheetRow[]
}

export const spreadsheetLimits = {
  /** Bytes of the file as it is sent. */
  bytes: 12_000_000,
  /** Rows of data, the heading not counted. */
  rows: 5_000,
  columns: 100,
  /** Characters kept of one cell: more than any field takes, so that what is too long can still be shown. */
  cell: 8_000,
  /** What the archive of an .xlsx may unpack to, in all. */
  unpackedBytes: 80_000_000,
  entries: 1_000,
  /** Unpacked size against packed; spreadsheets of people reach 30. */
  ratio: 150,
  /** Cells that stand in the sheets, empty ones with a style too. */
  sheetCells: 600_000,
  /** Cells that may be merged into others. */
  mergedCells: 100_000,
  milliseconds: 60_000,
} as const

/** Why a file cannot be read; each code has a sentence that says what to do. */
export const spreadsheetFaults = [
  'empty',
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  'tooComplex',
  'bomb',
  'encrypted',
  'oldExcel',
  'openDocument',
  'notSpreadsheet',
  'broken',
  'noRows',
  'tooSlow',
] as const
export type SpreadsheetFault = (typeof spreadsheetFaults)[number]

export class SpreadsheetError extends Error {
  readonly fault: SpreadsheetFault
  constructor(fault: SpreadsheetFault, cause?: unknown) {
    super(`spreadsheet: ${fault}`, { cause })
    this.name = 'SpreadsheetError'
    this.fault = fault
  }
}

/** A, B … Z, AA … as spreadsheet programs name columns. `at` counts from 0. */
export function columnLetter(at: number): string {
  const rest = at % 26
  const last = String.fromCharCode(65 + rest)
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last
}

/** Characters that databases refuse or that nobody can see, taken out; line ends and composed letters made alike. */
export function cleanCell(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
      .trim()
      .slice(0, spreadsheetLimits.cell)
      .replace(/[\ud800-\udbff]$/, '')
  )
}

/** Among how many of the first rows the heading is looked for. */
export const headingRows = 20

/**
 * Finds the heading and the rows below it in a sheet of texts. Above the heading there may be a title, a date and empty
 * rows; the heading is the first of the rows in which most cells say something of their own.
 * Throws SpreadsheetError where there is no list or it is too large.
 */
export function tableOf(sheet: readonly SpreadsheetRow[]): Spreadsheet {
  const filled = sheet.filter((row) => row.cells.some(Boolean))
  if (filled.length === 0) throw new SpreadsheetError('empty')
  const candidates = filled.slice(0, headingRows)
  const distinct = candidates.map((row) => new Set(row.cells.filter(Boolean)).size)
  const widest = Math.max(...distinct)
  // A data row may have a cell more than the heading; a title has one cell or two.
  const at = distinct.findIndex((count) => count >= Math.max(Math.min(widest, 2), widest * 0.6))
  const heading = candidates[at] as SpreadsheetRow
  const rows = filled.slice(at + 1)
  const width = Math.max(...[heading, ...rows].map((row) => row.cells.findLastIndex(Boolean) + 1))
  if (width > spreadsheetLimits.columns) throw new SpreadsheetError('tooManyColumns')
  if (rows.length === 0) throw new SpreadsheetError('noRows')
  if (rows.length > spreadsheetLimits.rows) throw new SpreadsheetError('tooManyRows')
  const fill = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => cells[column] ?? '')
  return { headings: fill(heading.cells), rows: rows.map(({ number, cells }) => ({ number, cells: fill(cells) })) }
}
