import { startWorker } from './worker.server.ts'

const kept = globalThis as { samsynStarted?: boolean }

/** What a process needs beside answering requests: in embedded mode the worker runs here. */
export function startProcess(): void {
  if (kept.samsynStarted) return
  kept.samsynStarted = true
  if (process.env.SAMSYN_WORKER !== 'apart') startWorker()
}
