import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { networks } from '../../../db/schema/organisations.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { doubledFields, type ImportColumns, missingColumns, rowsToRun } from './import.ts'
import { isOutdated } from './import-checking.server.ts'
import { normalHeading } from './import-headings.ts'
import { getImport, type Import, moveImport } from './import-record.server.ts'
import { countTouched } from './import-undoing.server.ts'
import { mustBeAllowed } from './need-record.server.ts'
import { type OpenSpreadsheet, withSpreadsheet } from './spreadsheet-host.ts'

export interface UploadedList {
  networkId: string
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Takes in a network's list as it stands; nothing is submitted yet. Returns the id of the import. Rows are kept some
 * hundred at a time, so that others can write in between; the import is nobody's to see until all are there.
 * Throws SpreadsheetError where the file cannot be read.
 */
export async function uploadImport(actor: Person, { networkId, fileName, bytes }: UploadedList): Promise<string> {
  const [network] = await db.select({ id: networks.id }).from(networks).where(eq(networks.id, networkId))
  if (!network || !can(actor, 'need.import', network)) throw new NotFound('network')
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  return withSpreadsheet(bytes, async (sheet) => {
    const id = newId()
    await db.insert(imports).values({
      id,
      networkId,
      fileName: fileName.slice(0, 200),
      fileHash,
      status: 'reading',
      headings: sheet.headings,
      rowCount: sheet.rowCount,
      importedById: actor.id,
      createdAt: now(),
    })
    try {
      await keepRows(id, sheet)
      await command(actor, async (record) => {
        await db.update(imports).set({ status: 'uploaded' }).where(eq(imports.id, id))
        await record(eventOf('import.uploaded', { id, networkId, fileName } as Import, { rows: sheet.rowCount }))
      })
    } catch (error) {
      await db.delete(imports).where(eq(imports.id, id))
      throw error
    }
    return id
  })
}

async function keepRows(importId: string, sheet: OpenSpreadsheet): Promise<void> {
  for (let rows = await sheet.next(); rows.length > 0; rows = await sheet.next())
    await db.insert(importRows).values(
      rows.map(({ number, cells }) => ({
        importId,
        rowNumber: number,
        cells: Object.fromEntries(cells.flatMap((cell, at) => (cell ? [[String(at), cell]] : []))),
      })),
    )
}

/** Says which column is what, remembers it for the network's next list, and has every row checked. */
export function chooseColumns(actor: Person, id: string, columns: ImportColumns): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    const [missing] = missingColumns(columns)
    if (missing) throw new Refusal(missing === 'text' ? 'importWithoutText' : 'importWithoutOrganisation')
    if (doubledFields(columns).length > 0) throw new Refusal('importDoubledColumn')
    await check(actor, list, { columns })
    const remembered = Object.fromEntries(
      list.headings.flatMap((heading, at) => (heading ? [[normalHeading(heading), columns[String(at)] ?? '']] : [])),
    )
    await db.update(networks).set({ importColumns: remembered }).where(eq(networks.id, list.networkId))
    await record(eventOf('import.mapped', list, { columns }))
  })
}

/** Has every row checked, as a job; what an earlier check said is forgotten. */
async function check(actor: Person, list: Import, also: Partial<Import> = {}): Promise<void> {
  const { id: importId, rowCount: total } = list
  const jobId = await enqueue('needs.checkImport', { importId }, { createdById: actor.id, total })
  await moveImport(list, 'checking', { ...also, totals: null, jobId })
}

/** Row number → link with the need that it is like, or submit as a need of its own. */
export type DuplicateChoices = Record<number, 'link' | 'import'>

/**
 * Begins to submit the rows, as a job that can be left. Possible duplicates that nobody has chosen for are submitted.
 * False where the rows would become something else than the person was shown: then they are checked anew instead.
 */
export async function startImport(actor: Person, id: string, choices: DuplicateChoices): Promise<boolean> {
  const { list: shown } = await getImport(actor, id)
  if (shown.status === 'checked' && (await isOutdated(shown))) {
    await checkAnew(actor, id)
    return false
  }
  await beginRun(actor, id, choices)
  return true
}

function checkAnew(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    await check(actor, list)
    await record(eventOf('import.checkedAnew', list))
  })
}

function beginRun(actor: Person, id: string, choices: DuplicateChoices): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    const total = rowsToRun(list.totals ?? {})
    if (list.status === 'checked' && total === 0) throw new Refusal('importEmpty')
    const jobId = await enqueue('needs.import', { importId: id }, { createdById: actor.id, total })
    await moveImport(list, 'running', { jobId, startedAt: now(), importedById: actor.id })
    await db
      .update(importRows)
      .set({ choice: 'import' })
      .where(and(eq(importRows.importId, id), eq(importRows.result, 'duplicate')))
    for (const [row, choice] of Object.entries(choices))
      if (choice === 'link')
        await db
          .update(importRows)
          .set({ choice })
          .where(
            and(eq(importRows.importId, id), eq(importRows.rowNumber, Number(row)), eq(importRows.result, 'duplicate')),
          )
    await record(eventOf('import.started', list, { rows: total }))
  })
}

/** Ends a run after the row that it is at. What has been submitted stays; the rest can be imported with the same file. */
export function stopImport(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    await moveImport(list, 'stopping')
    await record(eventOf('import.stopped', list))
  })
}

/** Takes back every need that the import made, as long as nothing else has happened to any of them. `reason` is kept with each. */
export function undoImport(actor: Person, id: string, reason: string): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    const touched = await countTouched(id)
    if (touched > 0) throw new Refusal('importTouched', { count: touched })
    const total = (list.totals?.new ?? 0) + (list.totals?.duplicate ?? 0)
    const jobId = await enqueue('needs.undoImport', { importId: id, reason }, { createdById: actor.id, total })
    await moveImport(list, 'undoing', { jobId, importedById: actor.id })
    await record(eventOf('import.undoing', list))
  })
}

/** Throws away a list that has not been submitted, with everything in it. */
export function discardImport(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const { list } = await getImport(actor, id)
    mustBeAllowed(can(actor, 'need.import', { id: list.networkId }), 'need.import')
    await moveImport(list, 'discarded')
    await db.delete(importRows).where(eq(importRows.importId, id))
    await record(eventOf('import.discarded', list))
  })
}

export function eventOf(
  verb: string,
  list: Pick<Import, 'id' | 'networkId' | 'fileName'>,
  change: Record<string, unknown> = {},
) {
  return {
    verb,
    noun: 'import',
    id: list.id,
    change: { fileName: list.fileName, ...change },
    subjects: [{ noun: 'network', id: list.networkId }],
  }
}
