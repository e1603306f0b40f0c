/** `npm run worker`: does the queue's work apart from the web processes (SAMSYN_WORKER=apart). */
import { closeDatabase } from '../../db/client.ts'
import { connectEmbeddings } from '../jobs/connect-embeddings.server.ts'
import { connectSearch } from '../jobs/connect-search.server.ts'
import { startWorker } from '../jobs/worker.server.ts'
import { plainly } from './plainly.ts'

const connect = async () => {
  connectSearch()
  connectEmbeddings()
}
if (!(await plainly(connect))) process.exit(2)
const worker = startWorker()
const stop = async () => {
  await worker.stop()
  await closeDatabase()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
