import { parentPort } from 'node:worker_threads'
import { SpreadsheetError, type SpreadsheetFault, type SpreadsheetRow } from './spreadsheet.ts'
import { readTable } from './spreadsheet-reading.ts'
import type { TemplateSheet } from './spreadsheet-writing.ts'

/** What the host asks: the list in a file, the next of its rows, a template. */
export type SpreadsheetRequest = { read: Uint8Array } | { next: true } | { write: TemplateSheet }
export type SpreadsheetReply =
  | { headings: string[]; rowCount: number }
  | { rows: SpreadsheetRow[] }
  | { written: Uint8Array }
  | { fault: SpreadsheetFault; detail: string }

/** Rows per message: taking in more at once could hold up the main thread. */
const BATCH = 50

const port = parentPort
if (!port) throw new Error('spreadsheet-worker.ts runs as a worker thread only')

let rows: SpreadsheetRow[] = []
let sent = 0

async function answer(request: SpreadsheetRequest): Promise<SpreadsheetReply> {
  if ('write' in request) {
    const { writeTemplate } = await import('./spreadsheet-writing.ts')
    return { written: await writeTemplate(request.write) }
  }
  if ('read' in request) {
    const table = await readTable(request.read)
    rows = table.rows
    return { headings: table.headings, rowCount: rows.length }
  }
  const part = rows.slice(sent, sent + BATCH)
  sent += part.length
  return { rows: part }
}

port.on('message', (request: SpreadsheetRequest) => {
  answer(request).then(
    (reply) => port.postMessage(reply),
    (error: unknown) => {
      const fault = error instanceof SpreadsheetError ? error.fault : 'broken'
      port.postMessage({ fault, detail: String(error) } satisfies SpreadsheetReply)
    },
  )
})
