import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SpreadsheetError, type SpreadsheetRow, spreadsheetLimits } from './spreadsheet.ts'
import type { SpreadsheetReply, SpreadsheetRequest } from './spreadsheet-worker.ts'
import type { TemplateSheet } from './spreadsheet-writing.ts'

// The source file, not a bundle: bundlers rename workers, and the server is started from the root of the repository.
const WORKER_FILE = pathToFileURL(path.resolve('app/domain/needs/spreadsheet-worker.ts')).href
// Node 20 does not pass `--import tsx` on to a worker's own entry file, so a line of code registers tsx first.
const BOOT = `const { workerData } = require('node:worker_threads')
import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.file) })`
/** A file may take this much memory, and two files at a time: the rest wait. */
const MEMORY = { maxOldGenerationSizeMb: 1500 }
const AT_ONCE = 2

export interface OpenSpreadsheet {
  headings: string[]
  rowCount: number
  /** The next rows, a few hundred at a time; empty when there are no more. */
  next(): Promise<SpreadsheetRow[]>
}

/**
 * Opens the list in a file, in a thread of its own, and hands it to `work`; the thread ends when `work` does.
 * `bytes` are moved to the thread and cannot be used afterwards. Throws SpreadsheetError where the file cannot be read.
 */
export function withSpreadsheet<Result>(
  bytes: Uint8Array<ArrayBuffer>,
  work: (sheet: OpenSpreadsheet) => Promise<Result>,
): Promise<Result> {
  return inThread(async (ask) => {
    const opened = await ask({ read: bytes }, [bytes.buffer])
    if (!('headings' in opened)) throw new SpreadsheetError('broken')
    return work({
      ...opened,
      next: async () => {
        const part = await ask({ next: true })
        return 'rows' in part ? part.rows : []
      },
    })
  })
}

/** A template to fill in, as the bytes of an .xlsx file. */
export function makeTemplate(sheet: TemplateSheet): Promise<Uint8Array> {
  return inThread(async (ask) => {
    const reply = await ask({ write: sheet })
    if (!('written' in reply)) throw new SpreadsheetError('broken')
    return reply.written
  })
}

type Ask = (request: SpreadsheetRequest, move?: ArrayBuffer[]) => Promise<SpreadsheetReply>

async function inThread<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
  await turn()
  const worker = new Worker(BOOT, {
    eval: true,
    execArgv: [],
    workerData: { file: WORKER_FILE },
    resourceLimits: MEMORY,
  })
  let settle: { resolve(reply: SpreadsheetReply): void; reject(error: Error): void } | undefined
  let ended: Error | undefined
  worker.on('message', (reply: SpreadsheetReply) => {
    if ('fault' in reply) settle?.reject(new SpreadsheetError(reply.fault, reply.detail))
    else settle?.resolve(reply)
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    ended = new SpreadsheetError(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooComplex' : 'broken', error)
    settle?.reject(ended)
  })
  const ask: Ask = (request, move = []) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const timer = setTimeout(() => reject(new SpreadsheetError('tooSlow')), spreadsheetLimits.milliseconds)
      const settled =
        <Value>(then: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer)
          then(value)
        }
      settle = { resolve: settled(resolve), reject: settled(reject) }
      worker.postMessage(request, move)
    })
  try {
    return await work(ask)
  } finally {
    await worker.terminate()
    done()
  }
}

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
}

function done(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}
