/** A Meilisearch server on a temporary folder, for as long as the tests run. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './postgres-server.ts'

const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache')
/** Where `fetch-meilisearch.ts` puts the program. */
export const cachedMeilisearch = path.join(cache, 'samsyn', 'meilisearch-1.21.0', 'meilisearch')
/** The server refuses everyone who does not know it. */
export const meilisearchKey = 'a-key-for-tests-alone'

/** The program that MEILISEARCH names, or the one in the cache; undefined where there is none. */
export function findMeilisearch(): string | undefined {
  return [process.env.MEILISEARCH, cachedMeilisearch].find((file) => file && existsSync(file))
}

export interface MeilisearchServer {
  url: string
  stop(): Promise<void>
}

/** Starts the program on an empty index. */
export async function startMeilisearch(program: string): Promise<MeilisearchServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-meilisearch-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const settings = ['--db-path', path.join(folder, 'data'), '--dump-dir', path.join(folder, 'dumps')]
  const server = spawn(program, [...settings, '--http-addr', url.slice('http://'.length), '--log-level', 'ERROR'], {
    cwd: folder,
    env: { ...process.env, MEILI_NO_ANALYTICS: 'true', MEILI_MASTER_KEY: meilisearchKey },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilHealthy(url)
  return {
    url,
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const healthy = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Meilisearch does not answer at ${url}`)
}
