/** The built site, workers and the command line, each in a process of its own, on the database of the test. */
import { type ChildProcess, spawn } from 'node:child_process'
import { meilisearchKey } from './meilisearch-server.ts'
import { freePort } from './postgres-server.ts'

export interface Site {
  url: string
  process: ChildProcess
  /** Everything it has written. */
  said(): string
  /** Ends it: politely, or as a power cut would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

type Environment = Record<string, string | undefined>

/** What a real installation sets. `MEILI_INDEX` keeps test files apart. */
export const installation = (index: string): Environment => ({
  NODE_ENV: 'production',
  DEMO: '0',
  LOG_LEVEL: 'error',
  MEILI_HOST: process.env.DATABASE_URL?.startsWith('postgres') ? process.env.TEST_MEILISEARCH : undefined,
  MEILI_KEY: meilisearchKey,
  MEILI_INDEX: index,
})

/** Starts `npm start` on a port of its own and waits until it answers. */
export async function startSite(environment: Environment): Promise<Site> {
  const port = String(await freePort())
  const site = start(['app/cli/start.ts'], { ...environment, PORT: port, HOST: '127.0.0.1' })
  const url = `http://127.0.0.1:${port}`
  await until(
    async () => {
      if (site.process.exitCode !== null) throw new Error(`The site ended: ${site.said()}`)
      return fetch(`${url}/health`).then(
        (response) => response.ok,
        () => false,
      )
    },
    () => `Nothing answers at ${url}: ${site.said()}`,
  )
  return { ...site, url }
}

export const startWorkerProcess = (environment: Environment) => start(['app/cli/worker.ts'], environment)

/** Runs a program of the command line to its end. */
export async function runProgram(
  program: string,
  args: string[],
  environment: Environment,
): Promise<{ code: number | null; said: string }> {
  const run = start([`app/cli/${program}.ts`, ...args], environment)
  await new Promise((resolve) => run.process.once('close', resolve))
  return { code: run.process.exitCode, said: run.said() }
}

export const samsyn = (args: string[], environment: Environment) => runProgram('samsyn', args, environment)

function start(args: string[], environment: Environment): Omit<Site, 'url'> {
  const env = { ...process.env, ...environment } as NodeJS.ProcessEnv
  // Vitest's own.
  for (const name of ['VITEST', 'NODE_OPTIONS', 'TEST']) delete env[name]
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some) => (said += some))
  return {
    process: child,
    said: () => said,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    },
  }
}

/** Waits until something holds, however long a busy machine takes, and says what was wrong when it never does. */
export async function until(holds: () => Promise<boolean>, otherwise: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(otherwise())
}
