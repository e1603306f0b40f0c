import { isJobKind, leaseMs } from '../domain/jobs/job.ts'
import {
  claimJob,
  failJob,
  finishJob,
  isInLane,
  type Job,
  keepLease,
  type Lane,
  onEnqueued,
} from '../domain/jobs/job-commands.server.ts'
import { handlers } from './handlers.server.ts'
import { letOthersRun } from '../domain/jobs/turns.ts'
import { log } from './log.server.ts'

/** How often an idle worker looks for work that other processes have asked for. */
const pollMs = 1000

const lists = ['needs.checkImport', 'needs.import', 'needs.undoImport']
const groupings = ['suggestions.refresh', 'themes.refresh']
/** What takes long has lanes of its own: nobody's notice waits for a list of 5,000 rows, nor the list for a grouping. */
const lanes: Lane[] = [{ only: lists }, { only: groupings }, { not: [...lists, ...groupings] }]

let running: { stop(): Promise<void> } | undefined

/** Starts this process's worker. Embedded mode runs it inside the web process; `npm run worker` runs it apart. */
export function startWorker(): { stop(): Promise<void> } {
  running ??= work()
  return running
}

function work(): { stop(): Promise<void> } {
  const workers = lanes.map(workLane)
  onEnqueued((kind) => {
    for (const worker of workers) worker.call(kind)
  })
  return {
    async stop() {
      onEnqueued(undefined)
      await Promise.all(workers.map((worker) => worker.stop()))
      running = undefined
    },
  }
}

function workLane(lane: Lane) {
  let stopped = false
  let wakeUp = () => {}
  let called = false
  const loop = (async () => {
    while (!stopped) {
      called = false
      const busy = await workOnce(lane).catch((error) => {
        // The database does not answer or takes no writes: the job's lease runs out, and it is tried again.
        log.error({ error }, 'the queue could not be read or written')
        called = false
        return false
      })
      if (busy) await letOthersRun()
      else if (!called)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs)
          wakeUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  })()
  return {
    call(kind: string) {
      if (!isInLane(kind, lane)) return
      called = true
      wakeUp()
    },
    async stop() {
      stopped = true
      wakeUp()
      await loop
    },
  }
}

/** Runs all work that waits now, and what it asks for in turn: used by the seeds, the command line and tests. */
export async function drainJobs(limit = 100_000): Promise<number> {
  for (let done = 0; done < limit; done++) if (!(await workOnce())) return done
  return limit
}

/** Does one job of the lane, or of all there are, if one is due. */
async function workOnce(lane?: Lane): Promise<boolean> {
  const job = await claimJob(lane)
  if (!job) return false
  const leased = setInterval(() => {
    keepLease(job.id).catch((error) => log.error({ job: job.id, error }, 'a lease could not be kept'))
  }, leaseMs / 3)
  await runJob(job).finally(() => clearInterval(leased))
  return true
}

async function runJob(job: Job): Promise<void> {
  try {
    if (!isJobKind(job.kind)) throw new Error(`No handler for jobs of kind ${job.kind}`)
    await handlers[job.kind](job)
    await finishJob(job.id)
  } catch (error) {
    log.error({ job: job.id, kind: job.kind, error }, 'a job failed')
    await failJob(job, error)
  }
}
