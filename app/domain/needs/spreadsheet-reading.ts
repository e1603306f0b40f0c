import { SpreadsheetError, spreadsheetLimits, type Spreadsheet, tableOf } from './spreadsheet.ts'
import { decodeText, readCsv } from './spreadsheet-csv.ts'

/** The list in a file, whatever its name says it is. Throws SpreadsheetError. Runs in a thread: large files take seconds. */
export async function readTable(bytes: Uint8Array): Promise<Spreadsheet> {
  if (bytes.length === 0) throw new SpreadsheetError('empty')
  if (bytes.length > spreadsheetLimits.bytes) throw new SpreadsheetError('tooLarge')
  if (startsWith(bytes, [0x50, 0x4b])) {
    // Loaded only when needed: the library takes a third of a second.
    const { readXlsx } = await import('./spreadsheet-xlsx.ts')
    return tableOf(await readXlsx(bytes))
  }
  // The compound file of Excel before 2007 also wraps what newer programs have locked with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SpreadsheetError(isEncrypted(bytes) ? 'encrypted' : 'oldExcel')
  return tableOf(readCsv(decodeText(bytes)))
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}
