/**
 * `npm test`: types, lint, the whole suite on SQLite with its own search, domain, routes and faults again on PostgreSQL
 * with Meilisearch, and the browser tests. Says at the end what could not run; with CI set that is a failure. The last line is the sum over all runners.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findMeilisearch, startMeilisearch } from './meilisearch-server.ts'
import { findPostgresPrograms, startPostgres } from './postgres-server.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const missing: string[] = []
const failures: string[] = []
/** Which tests failed and how, said again at the end: the place of the failure is far above by then. */
const failedTests: string[] = []
const reports = mkdtempSync(path.join(os.tmpdir(), 'samsyn-report-'))
const bin = (name: string) => path.join('node_modules', '.bin', name)

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n== ${title}\n`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  process.stdout.write(
    `== ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
  if (status !== 0) failures.push(title)
  return status === 0
}

/** A check that is no test run counts as one test. */
function check(title: string, command: string, args: string[]) {
  if (run(title, command, args)) total.passed += 1
  else total.failed += 1
}

function vitest(title: string, folders: string[], env: Record<string, string> = {}) {
  const file = path.join(reports, `${title.replace(/\W+/g, '-')}.json`)
  const known = failures.length
  run(
    title,
    bin('vitest'),
    ['run', ...folders, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    env,
  )
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  total.passed += report?.numPassedTests ?? 0
  // A file that does not load has no failed tests, and still failed.
  total.failed += Math.max(report?.numFailedTests ?? 0, failures.length > known ? 1 : 0)
  total.skipped += report?.numPendingTests ?? 0
  for (const suite of report?.testResults ?? []) {
    if (suite.message) failedTests.push(`${title}: ${path.relative('.', suite.name)}\n${suite.message}`)
    for (const test of suite.assertionResults)
      if (test.status === 'failed')
        failedTests.push(
          `${title}: ${path.relative('.', suite.name)}: ${test.fullName}\n${test.failureMessages.join('\n')}`,
        )
  }
}

function playwright() {
  const file = path.join(reports, 'browser.json')
  const known = failures.length
  run('browser', bin('playwright'), ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const stats = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).stats : undefined
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  total.failed += Math.max(stats?.unexpected ?? 0, failures.length > known ? 1 : 0)
  total.skipped += stats?.skipped ?? 0
}

check('types', bin('tsc'), ['--noEmit'])
check('lint', bin('biome'), ['check'])
check('build', bin('remix'), ['vite:build', '--logLevel', 'warn'])

const meilisearch = findMeilisearch()
const search = meilisearch ? await startMeilisearch(meilisearch) : undefined
const searched: Record<string, string> = search ? { TEST_MEILISEARCH: search.url } : {}
vitest('SQLite', [], searched)
const programs = findPostgresPrograms()
if (programs) {
  const server = await startPostgres(programs)
  const folders = search ? ['tests/domain', 'tests/routes', 'tests/faults'] : ['tests/domain']
  vitest('PostgreSQL', folders, { TEST_POSTGRES: server.url, ...searched })
  await server.stop()
} else missing.push('PostgreSQL is not installed: everything ran on SQLite alone (Debian: apt-get install postgresql)')
await search?.stop()
if (!search)
  missing.push(
    process.platform === 'linux' && process.arch === 'x64'
      ? 'Meilisearch is not there: its own tests, and routes and faults on PostgreSQL (node --import tsx tests/support/fetch-meilisearch.ts)'
      : `Meilisearch, of which there is no ready-made program for ${process.platform} ${process.arch}: its own tests, and routes and faults on PostgreSQL (MEILISEARCH=… names one)`,
  )

if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) playwright()
else missing.push('Chromium is not installed: no browser tests ran (Debian: apt-get install chromium)')

process.stdout.write('\n')
for (const test of failedTests) process.stdout.write(`${test.slice(0, 2000)}\n\n`)
for (const line of missing) process.stdout.write(`Did not run: ${line}\n`)
if (failures.length > 0) process.stdout.write(`Failed: ${failures.join(', ')}\n`)
if (process.env.CI && missing.length > 0) total.failed += missing.length
process.stdout.write(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
)
process.exit(total.failed > 0 ? 1 : 0)
