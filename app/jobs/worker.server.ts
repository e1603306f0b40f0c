import { claimJob, failJob, finishJob, type Job, onEnqueued } from '../domain/jobs/job-commands.server.ts'
import { handlers } from './handlers.server.ts'
import { log } from './log.server.ts'

/** How often an idle worker looks for work that other processes have asked for. */
const pollMs = 1000

let running: { stop(): Promise<void> } | undefined

/** Starts this process's worker. Embedded mode runs it inside the web process; `npm run worker` runs it apart. */
export function startWorker(): { stop(): Promise<void> } {
  running ??= work()
  return running
}

function work(): { stop(): Promise<void> } {
  let stopped = false
  let wakeUp = () => {}
  let called = false
  onEnqueued(() => {
    called = true
    wakeUp()
  })
  const loop = (async () => {
    while (!stopped) {
      called = false
      const job = await claimJob().catch((error) => {
        log.error({ error }, 'could not claim a job')
        return undefined
      })
      if (job) await runJob(job)
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
    async stop() {
      stopped = true
      onEnqueued(undefined)
      wakeUp()
      await loop
      running = undefined
    },
  }
}

/** Runs all work that waits now, and what it asks for in turn: used by the seeds, the command line and tests. */
export async function drainJobs(limit = 100_000): Promise<number> {
  for (let done = 0; done < limit; done++) {
    const job = await claimJob()
    if (!job) return done
    await runJob(job)
  }
  return limit
}

async function runJob(job: Job): Promise<void> {
  try {
    const handler = handlers[job.kind]
    if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`)
    await handler(job)
    await finishJob(job.id)
  } catch (error) {
    log.error({ job: job.id, kind: job.kind, error }, 'a job failed')
    await failJob(job, error)
  }
}
