// Needs announce their changes; problems listen, from this import on.
import '../domain/problems/recount.server.ts'
import { warmSimilarity } from '../domain/problems/similarity-index.server.ts'
import { connectEmbeddings } from './connect-embeddings.server.ts'
import { connectSearch } from './connect-search.server.ts'
import { startWorker } from './worker.server.ts'

const kept = globalThis as { samsynStarted?: boolean }

/** What a process needs beside answering requests: its search engine and, in embedded mode, the worker. */
export function startProcess(): void {
  if (kept.samsynStarted) return
  kept.samsynStarted = true
  connectSearch()
  connectEmbeddings()
  warmSimilarity()
  if (process.env.SAMSYN_WORKER !== 'apart') startWorker()
}
