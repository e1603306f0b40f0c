/**
 * The engine with very many texts, in a process of its own so that its memory is its own: puts the rows of a file, groups
 * them at both levels, asks with titles and with whole texts, and adds texts one at a time. Prints one JSON object.
 */
import { createEngine, type EngineText } from '../../../app/similarity/engine.ts'
import { type LabelledRow, rowsOf } from './labelled-rows.ts'

const QUERIES = 1000
const ADDED = 200

const rows = rowsOf(process.argv[2]!)
const textOf = (row: LabelledRow, id = row.id): EngineText => ({ id, kind: 'text', title: row.title, body: row.text })
const peakMb = () => process.resourceUsage().maxRSS / 1024

const start = performance.now()
const engine = createEngine({ threads: 2 })
engine.put(rows.map((row) => textOf(row)))
engine.group({ level: 'problem' })
engine.group({ level: 'theme' })
const seconds = (performance.now() - start) / 1000
const groupedMb = peakMb()

const asked = rows.filter((_, at) => at % Math.ceil(rows.length / QUERIES) === 0)
const titles = asked.map((row) => timed(() => engine.similar({ id: row.id, title: row.title })))
const wholes = asked.map((row) => timed(() => engine.similar({ id: row.id, title: row.title, body: row.text })))
const added = asked.slice(0, ADDED).map((row) =>
  timed(() => {
    engine.put([textOf(row, `${row.id} again`)])
    engine.similar({ title: row.title, body: row.text }, { limit: 1 })
  }),
)
console.log(
  JSON.stringify({
    seconds,
    peak_mb: Math.max(groupedMb, peakMb()),
    title_p95_ms: p95(titles),
    whole_p95_ms: p95(wholes),
    add_p95_ms: p95(added),
    steps: engine.state().grouping,
  }),
)

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function p95(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}
