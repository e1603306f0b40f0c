/** The built site in a process of its own, watched while it is measured. */
import { type ChildProcess, spawn } from 'node:child_process'
import readline from 'node:readline'
import { freePort } from '../support/postgres-server.ts'

export interface Watched {
  /** Longest time the event loop was blocked since the last question, milliseconds. */
  loopMaxMs: number
  loopP99Ms: number
  /** Processor time of all threads: tells of the work itself, whatever else the machine does. */
  cpuMs: number
  rssMb: number
}

export interface MeasuredServer {
  url: string
  /** What has been seen since the last time this was asked. */
  watched(): Promise<Watched>
  stop(): Promise<void>
}

export async function startMeasured(dataFolder: string): Promise<MeasuredServer> {
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DEMO: '1',
    SAMSYN_DATA: dataFolder,
    LOG_LEVEL: 'error',
    PORT: String(port),
    HOST: '127.0.0.1',
  } as NodeJS.ProcessEnv
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './tests/bench/watch-loop.mjs', 'app/cli/start.ts'],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  server.stderr.pipe(process.stderr)
  const lines = readline.createInterface({ input: server.stdout })
  const waiting: ((watched: Watched) => void)[] = []
  lines.on('line', (line) => {
    if (line.startsWith('watch ')) waiting.shift()?.(JSON.parse(line.slice(6)))
  })
  const url = `http://127.0.0.1:${port}`
  await untilUp(`${url}/health`, server)
  return {
    url,
    watched: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        server.kill('SIGUSR2')
      }),
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve())
        server.kill('SIGKILL')
      }),
  }
}

async function untilUp(url: string, server: ChildProcess) {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (server.exitCode !== null) throw new Error('The server ended before it answered')
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing answers at ${url}`)
}
