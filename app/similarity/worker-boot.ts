import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type TransferListItem, Worker } from 'node:worker_threads'

// Node 20 does not pass `--import tsx` on to a worker's own entry file, so a line of code registers tsx first.
// On Linux a priority is that of one thread, and of those it starts: work that nobody waits for lets the web go first.
// What `ended` holds is told of the thread's end even to one who waits without an event loop.
const BOOT = `const { workerData } = require('node:worker_threads')
if (workerData.background && process.platform === 'linux') require('node:os').setPriority(10)
if (workerData.ended) process.once('exit', () => Atomics.store(workerData.ended, 0, 1))
import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.file) })`

/**
 * Starts a thread with a file of this folder. The source file, not a bundle: bundlers rename workers, and the server is
 * started from the root of the repository.
 */
export function bootWorker(name: string, data: Record<string, unknown>, transferList: TransferListItem[] = []): Worker {
  const file = pathToFileURL(path.resolve('app/similarity', name)).href
  return new Worker(BOOT, { eval: true, execArgv: [], workerData: { ...data, file }, transferList })
}
