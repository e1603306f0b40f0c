import { inflateRawSync } from 'node:zlib'
import { SpreadsheetError, spreadsheetLimits } from './spreadsheet.ts'

export interface ArchiveEntry {
  name: string
  method: number
  flags: number
  packed: number
  unpacked: number
  /** Where the entry's local header begins. */
  offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50

/**
 * The directory of a zip archive (PKWARE APPNOTE 4.3.12), read without unpacking anything.
 * Throws `broken` where it is not one, `bomb` where it holds or claims to hold too much.
 */
export function readArchive(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // 0xffff and 0xffffffff mean that the numbers stand elsewhere, for archives over 4 GB: no spreadsheet of ours.
  if (count === 0xffff || count > spreadsheetLimits.entries || at === 0xffffffff) throw new SpreadsheetError('bomb')
  const entries: ArchiveEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new SpreadsheetError('broken')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseBombs(entries, bytes.length)
  return entries
}

function endOf(view: DataView): number {
  // The end record is last, before a comment of at most 65 535 bytes.
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at
  throw new SpreadsheetError('broken')
}

function refuseBombs(entries: readonly ArchiveEntry[], size: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > spreadsheetLimits.unpackedBytes) throw new SpreadsheetError('bomb')
  // Small sheets of one repeated value pack very well; that is no danger until it grows.
  if (unpacked > 10_000_000 && unpacked / size > spreadsheetLimits.ratio) throw new SpreadsheetError('bomb')
}

/**
 * The content of an entry. The directory may lie: unpacking stops where the entry grows past what the directory says.
 */
export function unpack(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length) throw new SpreadsheetError('broken')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) {
    if (packed.length !== entry.unpacked) throw new SpreadsheetError('broken')
    return packed
  }
  if (entry.method !== 8) throw new SpreadsheetError('broken')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) })
  } catch (error) {
    const fault = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken'
    throw new SpreadsheetError(fault, error)
  }
}
