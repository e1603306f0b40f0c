import ExcelJS from 'exceljs'
import { headingRows, SpreadsheetError, type SpreadsheetRow, spreadsheetLimits } from './spreadsheet.ts'
import { type ArchiveEntry, readArchive, unpack } from './spreadsheet-archive.ts'
import { cellText } from './spreadsheet-cells.ts'

/** Parts of a sheet that hold no words. Lists of choices for a whole column would grow to a million cells. */
const ignoredParts = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'rowBreaks',
  'colBreaks',
  'extLst',
  'headerFooter',
]

/** Rows of the first visible sheet that has a list. What is hostile is refused before the library sees it. */
export async function readXlsx(bytes: Uint8Array): Promise<SpreadsheetRow[]> {
  const entries = readArchive(bytes)
  refuseOthers(bytes, entries)
  refuseHostile(bytes, entries)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: ignoredParts } as object)
  } catch (error) {
    throw new SpreadsheetError('broken', error)
  }
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible').map(rowsOf)
  return sheets.find(isList) ?? sheets.find((rows) => rows.length > 1) ?? sheets.find((rows) => rows.length > 0) ?? []
}

/** A sheet of instructions before the list has its words in one column. */
function isList(rows: readonly SpreadsheetRow[]): boolean {
  return rows.filter((row) => row.cells.filter(Boolean).length > 1).length > 1
}

function refuseOthers(bytes: Uint8Array, entries: readonly ArchiveEntry[]): void {
  if (entries.some((entry) => entry.flags & 1)) throw new SpreadsheetError('encrypted')
  const names = new Set(entries.map((entry) => entry.name.replace(/^\//, '').toLowerCase()))
  if (names.has('xl/workbook.xml')) return
  if (names.has('xl/workbook.bin')) throw new SpreadsheetError('oldExcel')
  const type = entries.find((entry) => entry.name === 'mimetype')
  if (type && /opendocument\.spreadsheet/.test(new TextDecoder().decode(unpack(bytes, type))))
    throw new SpreadsheetError('openDocument')
  throw new SpreadsheetError('notSpreadsheet')
}

/** Unpacks each part once, so that none is larger than the directory says, and counts what the library would build. */
function refuseHostile(bytes: Uint8Array, entries: readonly ArchiveEntry[]): void {
  let cells = 0
  let merged = 0
  for (const entry of entries) {
    const content = Buffer.from(unpack(bytes, entry))
    if (!/\.(xml|rels|vml)$/i.test(entry.name)) continue
    // Document types can name entities that grow or that reach for other files; no spreadsheet program writes any.
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw new SpreadsheetError('broken')
    if (!/worksheets\//.test(entry.name)) continue
    cells += occurrences(content, '<c ') + occurrences(content, '<c>') + occurrences(content, '<row')
    merged += mergedCells(content)
    if (cells > spreadsheetLimits.sheetCells || merged > spreadsheetLimits.mergedCells)
      throw new SpreadsheetError('tooComplex')
  }
}

function occurrences(content: Buffer, words: string): number {
  let count = 0
  for (let at = content.indexOf(words); at !== -1; at = content.indexOf(words, at + words.length)) count++
  return count
}

function mergedCells(content: Buffer): number {
  const from = content.indexOf('<mergeCells')
  if (from === -1) return 0
  const text = content.subarray(from).toString('latin1')
  let cells = 0
  for (const [, left, top, right, bottom] of text.matchAll(/<mergeCell[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g))
    cells += (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1)
  return cells
}

function columnNumber(letters = 'A'): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function rowsOf(sheet: ExcelJS.Worksheet): SpreadsheetRow[] {
  const rows: SpreadsheetRow[] = []
  let above: ExcelJS.Row | undefined
  sheet.eachRow((row, number) => {
    const cells: string[] = []
    let grouped = false
    row.eachCell((cell, column) => {
      if (column > spreadsheetLimits.columns + 1) return
      const text = wordsOf(cell)
      const group = text && above && number <= headingRows ? groupOver(above, cell) : ''
      grouped ||= group !== ''
      cells[column - 1] = group ? `${group} ${text}` : text
    })
    // A heading over several columns has become part of the name of each.
    if (grouped) rows.pop()
    above = row
    const filled = Array.from(cells, (cell) => cell ?? '')
    if (filled.some(Boolean)) rows.push({ number, cells: filled })
    if (rows.length > spreadsheetLimits.rows + headingRows) throw new SpreadsheetError('tooManyRows')
  })
  return rows
}

/** A cell merged over several rows says the same of each of them; merged over several columns it stands in the first. */
function wordsOf(cell: ExcelJS.Cell): string {
  const { master } = cell
  return master.col === cell.col ? cellText(master.value, master.numFmt ?? '') : ''
}

/** The text of the cell above when it covers more than one column but not all of them, as a title does. */
function groupOver(above: ExcelJS.Row, cell: ExcelJS.Cell): string {
  const master = above.findCell(Number(cell.col))?.master
  if (!master || master === cell.master) return ''
  let own = 0
  let others = 0
  above.eachCell((other) => {
    if (other.master === master) own++
    else if (cellText(other.master.value)) others++
  })
  return own > 1 && others > 0 ? cellText(master.value) : ''
}
