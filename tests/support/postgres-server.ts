/** A PostgreSQL server of the machine's own programs, on a temporary cluster, for as long as the tests run. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const installed = '/usr/lib/postgresql'

/** Where the server programs lie, newest version first; undefined where PostgreSQL is not installed. */
export function findPostgresPrograms(): string | undefined {
  if (!existsSync(installed)) return undefined
  return readdirSync(installed)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(installed, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')))
}

export interface PostgresServer {
  url: string
  stop(): Promise<void>
}

/** Starts a cluster that is thrown away afterwards. Run by root it becomes the user postgres, since the server refuses root. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-postgres-'))
  const user = process.getuid?.() === 0 ? idsOf('postgres') : undefined
  if (user) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const options = { ...user, cwd: folder, stdio: 'ignore' as const }
  execFileSync(
    path.join(programs, 'initdb'),
    ['-D', data, '-U', 'samsyn', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  )
  const port = await freePort()
  const settings = [
    '-F',
    '-c',
    'full_page_writes=off',
    '-c',
    'max_connections=200',
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ]
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], options)
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilListening(port)
  return {
    url: `postgres://samsyn@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idsOf(name: string) {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing listens on port ${port}`)
}
