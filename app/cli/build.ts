import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const built = 'build/server/index.js'
const remix = 'node_modules/@remix-run/dev/dist/cli.js'

/** Builds the site where it has changed since it was built last. Ends the process where it cannot be built. */
export function buildWhereStale(): void {
  const stale = !existsSync(built) || Math.max(...['app', 'db', 'public'].map(newestChange)) > statSync(built).mtimeMs
  // What is built is what readers get, also when a test starts it: React for developers is twice the size.
  if (stale) run('Building', remix, ['vite:build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
}

/** Runs a program of Node's to its end, or ends with it. */
export function run(title: string, program: string, args: string[], environment: Record<string, string> = {}): void {
  process.stdout.write(`${title} …\n`)
  const result = spawnSync(process.execPath, [program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

function newestChange(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0)
}
