import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { createEngine, type EngineText, type GroupLevel } from '../similarity/engine.ts'
import { BadLine, type Row, readRows } from './similarity-rows.ts'

const USAGE = `Usage:
  samsyn similarity cluster --in FILE --out FILE --level problem|theme [--stats FILE]
  samsyn similarity similar --corpus FILE --queries FILE --k 10 --out FILE [--title-only] [--stats FILE]
Files are JSON lines {id, title, text, pinned?}, gzip when the name ends in .gz.
`

/** `samsyn similarity …`: the engine on an analyst's own lists. Exits with 2 when the call or a line is wrong. */
export async function similarity(args: string[]): Promise<void> {
  const [command, ...rest] = args
  try {
    if (command === 'cluster') return cluster(rest)
    if (command === 'similar') return similar(rest)
    throw new WrongCall(command ? `unknown command ${command}` : 'no command')
  } catch (error) {
    if (error instanceof BadLine) return refuse(`${error.message}\n`)
    if (error instanceof WrongCall || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
      return refuse(`${(error as Error).message}\n${USAGE}`)
    if ((error as NodeJS.ErrnoException).syscall) return refuse(`${(error as Error).message}\n`)
    throw error
  }
}

class WrongCall extends Error {}

function refuse(message: string): never {
  process.stderr.write(message)
  process.exit(2)
}

function cluster(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: { in: { type: 'string' }, out: { type: 'string' }, level: { type: 'string' }, stats: { type: 'string' } },
  })
  const out = needed(values.out, '--out')
  const level = needed(values.level, '--level')
  if (level !== 'problem' && level !== 'theme') throw new WrongCall('--level is problem or theme')
  const rows = readRows(needed(values.in, '--in'))
  const start = performance.now()
  const engine = createEngine({ threads: 2 })
  engine.put(rows.map(textOf))
  const pins = rows.flatMap(({ key, pinned }) => (pinned === undefined ? [] : [{ key, pinned, name: String(pinned) }]))
  const pinned = Object.fromEntries(pins.map(({ key, name }) => [key, name]))
  const asWritten = new Map(pins.map((pin) => [pin.name, pin.pinned]))
  const groups = engine.group({ level: level satisfies GroupLevel, pinned })
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member.id, group] as const)))
  const seconds = (performance.now() - start) / 1000
  writeLines(
    out,
    rows.map(({ id, key }) => {
      const group = groupOf.get(key)
      if (!group) return { id, cluster: null, label: null }
      return { id, cluster: asWritten.get(group.id) ?? group.id, label: group.label.join(', ') }
    }),
  )
  writeStats(values.stats, {
    texts: rows.length,
    clusters: groups.length,
    build_seconds: seconds,
    steps_ms: engine.state().grouping,
  })
}

function similar(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      k: { type: 'string', default: '10' },
      out: { type: 'string' },
      'title-only': { type: 'boolean', default: false },
      stats: { type: 'string' },
    },
  })
  const out = needed(values.out, '--out')
  const limit = Number(values.k)
  if (!Number.isInteger(limit) || limit < 1) throw new WrongCall('--k is a whole number of at least 1')
  const corpus = readRows(needed(values.corpus, '--corpus'))
  const queries = readRows(needed(values.queries, '--queries'))
  const start = performance.now()
  const engine = createEngine({ threads: 2 })
  engine.put(corpus.map(textOf))
  // The first question packs the index, which belongs to building it.
  engine.similar({ title: '' })
  const seconds = (performance.now() - start) / 1000
  const idOf = new Map(corpus.map((row) => [row.key, row.id]))
  const times: number[] = []
  const lines = queries.map(({ id, key, title, text }) => {
    const asked = performance.now()
    const found = engine.similar({ id: key, title, body: values['title-only'] ? '' : text }, { limit })
    times.push(performance.now() - asked)
    return {
      id,
      results: found.map((one) => ({
        id: idOf.get(one.id),
        score: round(one.score),
        why: one.why.map(({ term, weight }) => ({ term, weight: round(weight) })),
      })),
    }
  })
  writeLines(out, lines)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  writeStats(values.stats, {
    texts: corpus.length,
    queries: queries.length,
    build_seconds: seconds,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
  })
}

function textOf({ key, title, text }: Row): EngineText {
  return { id: key, kind: 'text', title, body: text }
}

function needed(value: string | undefined, name: string): string {
  if (!value) throw new WrongCall(`${name} is missing`)
  return value
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function writeLines(file: string, lines: readonly unknown[]): void {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  write(file, file.endsWith('.gz') ? gzipSync(text) : text)
}

/** Whole or not at all: a file that is there can be trusted. Links and devices, such as /dev/stdout, are never replaced. */
function write(file: string, content: string | Buffer): void {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there && !there.isFile()) {
    writeFileSync(file, content)
    return
  }
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    writeFileSync(unfinished, content)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

function writeStats(file: string | undefined, stats: Record<string, unknown>): void {
  if (!file) return
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const rounded = JSON.parse(
    JSON.stringify({ ...stats, peak_mb: peak }, (_, value) =>
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ),
  )
  write(file, `${JSON.stringify(rounded)}\n`)
}
