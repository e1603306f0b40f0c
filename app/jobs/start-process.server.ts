import { connectSearch } from './connect-search.server.ts'
import { startWorker } from './worker.server.ts'

const kept = globalThis as { samsynStarted?: boolean }

/** What a process needs beside answering requests: its search engine and, in embedded mode, the worker. */
export function startProcess(): void {
  if (kept.samsynStarted) return
  kept.samsynStarted = true
  connectSearch()
  if (process.env.SAMSYN_WORKER !== 'apart') startWorker()
}
