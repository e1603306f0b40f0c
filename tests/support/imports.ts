/** Lists of a network as files, and imports of them up to the step that a test is about. */
import { eq } from 'drizzle-orm'
import { db } from '../../db/client.ts'
import { importRows, imports } from '../../db/schema/imports.ts'
import type { ImportColumns } from '../../app/domain/needs/import.ts'
import { type AlikeNeed, type RowText, checkImport } from '../../app/domain/needs/import-checking.server.ts'
import {
  chooseColumns,
  type DuplicateChoices,
  startImport,
  uploadImport,
} from '../../app/domain/needs/import-commands.server.ts'
import { runImport } from '../../app/domain/needs/import-running.server.ts'
import { runUndo } from '../../app/domain/needs/import-undoing.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { aNetwork, aNetworkCoordinator, anOrganisation } from './builders.ts'

export const listHeadings = ['ID', 'Rubrik', 'Beskrivning', 'Organisation', 'Status', 'Klass']
export const listColumns: ImportColumns = {
  0: 'reference',
  1: 'title',
  2: 'description',
  3: 'organisation',
  4: 'status',
  5: 'informationClass',
}

/** A semicolon separated file, as bytes. */
export function aFile(rows: string[][], headings = listHeadings): Uint8Array<ArrayBuffer> {
  const quoted = [headings, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
  return new TextEncoder().encode(quoted.join('\r\n')) as Uint8Array<ArrayBuffer>
}

export async function aNetworkWithList(given: { name?: string } = {}) {
  const organisation = await anOrganisation({ name: given.name })
  const network = await aNetwork({ members: [organisation.id] })
  return { organisation, network, coordinator: await aNetworkCoordinator(network.id) }
}

export const nobodyAlike = async (texts: readonly RowText[]): Promise<AlikeNeed[][]> => texts.map(() => [])
const quietly = async () => {}

export async function aCheckedImport(
  actor: Person,
  networkId: string,
  rows: string[][],
  {
    columns = listColumns,
    headings = listHeadings,
    findAlike = nobodyAlike,
    seenClosely,
  }: {
    columns?: ImportColumns
    headings?: string[]
    findAlike?: typeof nobodyAlike
    seenClosely?: AlikeNeed['band']
  } = {},
): Promise<string> {
  const id = await uploadImport(actor, { networkId, fileName: 'lista.csv', bytes: aFile(rows, headings) })
  await chooseColumns(actor, id, columns)
  await checkAgain(id, findAlike, seenClosely)
  return id
}

/** `seenClosely`: how alike a need turns out to be once its reasons are known. */
export async function checkAgain(id: string, findAlike = nobodyAlike, seenClosely?: AlikeNeed['band']): Promise<void> {
  const explainAlike = async (text: RowText, needId: string) => {
    const found = (await findAlike([text])).flat().find((need) => need.id === needId)
    return found && { ...found, band: seenClosely ?? found.band, why: [{ text: 'sök', marked: true }] }
  }
  await checkImport(id, { jobId: (await storedImport(id)).jobId ?? '', findAlike, explainAlike, onProgress: quietly })
}

export const runs = { reasons: { changed: 'Ändrat i listan.', linked: 'Samma behov.' }, onProgress: quietly }

export async function carriedOut(actor: Person, id: string, choices: DuplicateChoices = {}): Promise<void> {
  await startImport(actor, id, choices)
  await runImport(id, runs)
}

export const undo = (id: string) => runUndo(id, { reason: 'Ångrat.', onProgress: quietly })

export async function storedImport(id: string) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id))
  return row as typeof imports.$inferSelect
}

export async function storedRows(id: string) {
  return db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.rowNumber)
}
