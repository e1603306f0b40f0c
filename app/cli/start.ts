/** `npm start`: builds what has changed, migrates, fills an empty demonstration, and serves. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? (process.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1')

function newestChange(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((newest, entry) => Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs), 0)
}

function run(title: string, command: string, args: string[]) {
  process.stdout.write(`${title} …\n`)
  const result = spawnSync(process.execPath, [command, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

const built = 'build/server/index.js'
const stale = !existsSync(built) || Math.max(...['app', 'db', 'public'].map(newestChange)) > statSync(built).mtimeMs
if (stale) run('Building', 'node_modules/@remix-run/dev/dist/cli.js', ['vite:build', '--logLevel', 'warn'])
process.env.NODE_ENV ??= 'production'
run('Preparing the database', 'node_modules/tsx/dist/cli.mjs', ['app/cli/samsyn.ts', 'prepare'])
const { serve } = await import('./server.ts')
await serve(port, host)
process.stdout.write(`\nSamsyn: http://${host === '0.0.0.0' ? 'localhost' : host}:${port}\n`)
