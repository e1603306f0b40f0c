/**
 * `npm run bench`: figures of the built site on the demonstration grown to 20,000 needs, 1,500 problems and 400
 * organisations. Pages are measured beside a nearly empty one in the same run; the ratio is what to compare.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import autocannon from 'autocannon'
import { importFiveThousand } from './import-rows.ts'
import { type MeasuredServer, startMeasured } from './measured-server.ts'
import { percentile, sampleOf } from './sample.ts'
import { Visitor } from '../support/visitor.ts'

const connections = 20
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const folder = process.env.BENCH_DATA ?? mkdtempSync(path.join(os.tmpdir(), 'samsyn-bench-'))
/** A cookie that means nothing keeps a request from the pages that are kept for visitors. */
const madeAnew = { cookie: 'bench=1' }
const say = (line: string) => process.stdout.write(`${line}\n`)

if (!process.env.BENCH_DATA) {
  say('Growing the demonstration …')
  const grown = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/grow.ts'], {
    stdio: 'inherit',
    env: { ...process.env, SAMSYN_DATA: folder, LOG_LEVEL: 'warn' },
  })
  if (grown.status !== 0) process.exit(1)
}
const server = await startMeasured(folder)
try {
  say(
    `${os.cpus()[0]?.model}, ${os.cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  )
  await measurePages(server)
  await measureSimilar(server)
  await measureSubmissions(server)
  await measureScoring(server)
  await importFiveThousand(server, say, await signedIn(server.url, 'Helena Strid'))
  const { rssMb } = await server.watched()
  say(`Memory at the end: ${rssMb} MB`)
} finally {
  await server.stop()
  if (!process.env.BENCH_DATA) rmSync(folder, { recursive: true, force: true })
}

async function measurePages({ url, watched }: MeasuredServer) {
  const visitor = new Visitor(url)
  const links = async (page: string, pattern: RegExp) => {
    const html = await (await visitor.get(page)).text()
    return [...new Set([...html.matchAll(pattern)].map((match) => match[1] as string))]
  }
  const needs = await links('/needs', /href="(\/needs\/[0-9a-z]{20})"/g)
  const problems = await links('/problems', /href="(\/problems\/\d+)"/g)
  const searches = ['metadata', 'säkra behandlingsmiljöer', 'språkmodell', 'jurist', 'öppna data', 'behörighet'].map(
    (words) => `/search?q=${encodeURIComponent(words)}`,
  )
  const pages: [name: string, paths: string[]][] = [
    ['nearly empty page', ['/cookies']],
    ['start page', ['/']],
    ['problem list', ['/problems']],
    ['problem page', problems],
    ['need page', needs],
    ['search', searches],
    ['nearly empty page', ['/cookies']],
  ]
  // The just-in-time compiler has its say before anything is counted.
  for (const [, paths] of pages) await fire(url, paths, 3, madeAnew)
  say('Pages made anew for each request, as for those who are signed in:\n')
  await measureEach(pages, (paths) => fire(url, paths, seconds, madeAnew), watched)
  say('The same as visitors without a session get them, kept for five seconds:\n')
  await measureEach(pages, (paths) => fire(url, paths, seconds, {}), watched)
}

async function measureEach(
  pages: readonly [name: string, paths: string[]][],
  load: (paths: string[]) => ReturnType<typeof fire>,
  watched: MeasuredServer['watched'],
) {
  say('| page | requests/s | p50 ms | p95 ms | CPU ms each | errors | of the empty page |')
  say('|---|---|---|---|---|---|---|')
  const rates: number[] = []
  const lines: { name: string; rate: number; p50: number; p95: number; cpu: number; errors: number }[] = []
  for (const [name, paths] of pages) {
    await watched()
    const result = await load(paths)
    const { cpuMs } = await watched()
    rates.push(result.requests.average)
    const { p50, p97_5, p90 } = result.latency
    lines.push({
      name,
      rate: result.requests.average,
      p50,
      p95: (p90 + p97_5) / 2,
      cpu: cpuMs / Math.max(1, result.requests.total),
      errors: result.errors + result.non2xx,
    })
  }
  const empty = ((rates[0] as number) + (rates.at(-1) as number)) / 2
  for (const { name, rate, p50, p95, cpu, errors } of lines)
    say(
      `| ${name} | ${Math.round(rate)} | ${p50} | ${Math.round(p95)} | ${cpu.toFixed(1)} | ${errors} | ${(rate / empty).toFixed(2)} |`,
    )
  say('')
}

function fire(url: string, paths: string[], duration: number, headers: Record<string, string>) {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  return autocannon({ url, connections, duration, headers, requests })
}

async function signedIn(url: string, name: string): Promise<Visitor> {
  const visitor = new Visitor(url)
  const html = await (await visitor.get('/sign-in')).text()
  // The cast stands as buttons that post a person's id.
  const person = html.match(new RegExp(`value="([0-9a-z]+)"><b>${name}`))?.[1]
  if (!person) throw new Error(`${name} is not on the sign-in page`)
  const answer = await visitor.post('/sign-in/as', new URLSearchParams({ person }))
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`Could not sign in as ${name}: ${answer.status}`)
  return visitor
}

async function newDraft(visitor: Visitor): Promise<string> {
  const page = await (await visitor.get('/needs/new')).text()
  const organisationId = page.match(/name="organisationId"[^>]*value="([0-9a-z]+)"/)?.[1] ?? ''
  const made = await visitor.post('/needs/new', new URLSearchParams({ organisationId }))
  const id = made.headers.get('location')?.match(/\/needs\/([0-9a-z]{20})/)?.[1]
  if (!id) throw new Error(`No draft: ${made.status}`)
  return id
}

/** What the form asks while a title is typed, letter by letter. */
async function measureSimilar({ url }: MeasuredServer) {
  const visitor = await signedIn(url, 'Tove Hagman')
  const id = await newDraft(visitor)
  const title = 'Vi vet inte om bygglovsarkivet får läsas av en språkmodell'
  const times: number[] = []
  for (let run = 0; run < 4; run++)
    for (let length = 8; length <= title.length; length += 3) {
      const asked = new URLSearchParams({
        title: title.slice(0, length),
        description: 'Arkivet är skannat och ska gå att söka i.',
      })
      const started = performance.now()
      await (await visitor.post(`/needs/${id}/similar`, asked)).arrayBuffer()
      if (run > 0) times.push(performance.now() - started)
    }
  say(
    `Similar while typing: p50 ${percentile(times, 50)} ms, p95 ${percentile(times, 95)} ms over ${times.length} keystrokes`,
  )
}

/** Whole submissions, each on disk before it is answered. */
async function measureSubmissions({ url }: MeasuredServer) {
  const visitor = await signedIn(url, 'Tove Hagman')
  const drafts: string[] = []
  for (let at = 0; at < 120; at++) {
    const id = await newDraft(visitor)
    await fillIn(visitor, id, at)
    drafts.push(id)
  }
  const { perSecond, p95, failures } = await sampleOf(drafts, 20, async (id) => {
    const answer = await visitor.post(`/needs/${id}/submission`, new URLSearchParams())
    return answer.headers.get('location')?.includes('receipt') ?? false
  })
  say(
    `Durable submissions: ${perSecond.toFixed(0)}/s at 20 at once, p95 ${p95} ms, ${failures} failed of ${drafts.length}`,
  )
}

async function fillIn(visitor: Visitor, id: string, at: number) {
  const fields = new URLSearchParams({
    step: 'need',
    title: `Mätning ${at}: vi hittar inte våra egna datamängder`,
    description: 'Ingen vet vilka data som finns. Vi letar i tre system och frågar dem som har varit här längst.',
  })
  await visitor.post(`/needs/${id}/draft`, fields)
}

/** An assessor saves one score at a time. */
async function measureScoring({ url }: MeasuredServer) {
  const visitor = await signedIn(url, 'Sara Wikner')
  const overview = await (await visitor.get('/rounds')).text()
  const round = overview.match(/\/rounds\/(\d+)\/assessment/)?.[1] ?? '2'
  const list = await (await visitor.get(`/rounds/${round}/assessment`)).text()
  const problem = list.match(new RegExp(`/rounds/${round}/assessment/(\\d+)`))?.[1]
  const target = `/rounds/${round}/assessment/${problem}`
  const page = await (await visitor.get(target)).text()
  const fields = [...new Set([...page.matchAll(/type="radio"[^>]*name="([^"]+)"/g)].map((match) => match[1] as string))]
  const tries = Array.from({ length: 100 }, (_, at) => at)
  const { perSecond, p95, failures } = await sampleOf(tries, 5, async (at) => {
    const field = fields[at % fields.length] ?? ''
    const answer = await visitor.post(target, new URLSearchParams({ [field]: String(at % 5) }))
    return answer.status < 400
  })
  say(`Scoring save: ${perSecond.toFixed(0)}/s at 5 at once, p95 ${p95} ms, ${failures} failed of ${tries.length}`)
}
