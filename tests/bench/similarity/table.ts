/**
 * The engine's figures, what they should reach, and scikit-learn's on the same rows in the same run, as one Markdown table:
 *   node --import tsx tests/bench/similarity/table.ts DATA_FOLDER [part of a task's name]
 * DATA_FOLDER holds the labelled files, which are for evaluation only and are not in the repository; the baseline needs
 * python3-sklearn and python3-nltk (apt). The engine runs as an analyst runs it: the command line with its default settings.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { type LabelledRow, linesOf, rowsOf, writeLines } from './labelled-rows.ts'
import { type Agreement, agreement, retrieval } from './scores.ts'
import { streamOneByOne } from './stream.ts'

type Language = 'swedish' | 'english'
interface Baseline {
  method: string
  seconds: number
  peak_mb: number
  groups?: number[]
  results?: Record<string, string[]>
}

const MEASURES = {
  seconds: ['problem and theme', 's', 1],
  peak_mb: ['peak memory', 'MB', 0],
  title_p95_ms: ['query by title, p95', 'ms', 1],
  whole_p95_ms: ['query by whole text, p95', 'ms', 1],
  add_p95_ms: ['adding one text, p95', 'ms', 1],
} as const

const [data = '', only = ''] = process.argv.slice(2)
if (!data) throw new Error('usage: table.ts DATA_FOLDER [part of a task]')
const work = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
const at = (name: string) => path.join(data, `${name}.jsonl.gz`)
const temporary = (name: string) => path.join(work, name)

try {
  console.log(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`)
  line('task', 'figure', 'Samsyn', 'reach', 'instead, same run')
  line('---', '---', '---:', '---:', '---')
  cluster('g0v_related', 'problem', 'swedish', { b3f: 0.82, times: 1.1, against: 'average linkage, oracle' })
  cluster('polisen_events', 'theme', 'swedish', { b3f: 0.58, times: 1.15, first: 5000 })
  cluster('g0v_topics', 'theme', 'swedish', { b3f: 0.43, ari: 0.36 })
  cluster('banking77', 'theme', 'english', { b3f: 0.48, times: 1.15 })
  similar('swefaq', 'swedish', () => ({
    corpus: at('swefaq_answers'),
    queries: at('swefaq_questions'),
    relevant: goldOf('swefaq'),
    reach: { mrr: 0.71 },
  }))
  similar('g0v_related titles', 'swedish', () => ({
    corpus: at('g0v_related'),
    queries: writeLines(temporary('titles.jsonl'), titlesOf('g0v_related_queries', 1)),
    relevant: goldOf('g0v_related'),
    reach: { mrr: 0.47, hit5: 0.67 },
  }))
  similar('gitbugs_hadoop', 'english', () => {
    const rows = rowsOf(at('gitbugs_hadoop'))
    const relevant = new Map(rows.map((row) => [row.id, [row.duplicate_of ?? []].flat()] as const))
    const asked = rows.filter((row) => relevant.get(row.id)!.length > 0)
    return {
      corpus: at('gitbugs_hadoop'),
      queries: writeLines(temporary('bugs.jsonl'), asked),
      relevant: new Map(asked.map((row) => [row.id, relevant.get(row.id)!])),
      reach: { mrr: 0.61 },
    }
  })
  similar('typing 50 % of titles', 'swedish', () => ({
    corpus: at('g0v_related'),
    queries: writeLines(temporary('halves.jsonl'), titlesOf('g0v_related_queries', 0.5)),
    relevant: goldOf('g0v_related'),
    reach: { hit5: 0.32 },
  }))
  size(20_000, { seconds: 8 }, true)
  size(100_000, { seconds: 60, peak_mb: 1600, title_p95_ms: 8, whole_p95_ms: 8, add_p95_ms: 30 }, false)
  stream()
} finally {
  rmSync(work, { recursive: true })
}

interface ClusterReach {
  b3f: number
  ari?: number
  /** So many times the baseline: the named method, or the best when none is named. */
  times?: number
  against?: string
  /** Only so many of the labelled rows. */
  first?: number
}

function cluster(name: string, level: 'problem' | 'theme', language: Language, reach: ClusterReach) {
  task(`${name}, ${level}`, (title) => {
    const rows = rowsOf(at(name))
      .filter((row) => row.label != null)
      .slice(0, reach.first)
    const file = writeLines(temporary('rows.jsonl'), rows)
    samsyn('cluster', '--in', file, '--level', level)
    const groupOf = new Map(
      linesOf<{ id: string; cluster: string | null }>(temporary('out.jsonl')).map((found) => [found.id, found.cluster]),
    )
    const labels = rows.map((row) => String(row.label))
    const ours = agreement(
      labels,
      rows.map((row) => groupOf.get(row.id) ?? `alone ${row.id}`),
    )
    const theirs = new Map<string, Agreement>()
    for (const { method, groups = [] } of baseline('cluster', file, language)) {
      const scored = agreement(labels, groups.map(String))
      if (scored.b3f > (theirs.get(method)?.b3f ?? 0)) theirs.set(method, scored)
    }
    const [method, best] = [...theirs]
      .filter(([one]) => !reach.against || one === reach.against)
      .sort((a, b) => b[1].b3f - a[1].b3f)[0]!
    const least = Math.max(reach.b3f, (reach.times ?? 0) * best.b3f)
    line(
      title,
      'B³F',
      mark(ours.b3f, ours.b3f >= least),
      reach.times ? `${reach.b3f.toFixed(2)} and ${reach.times} × baseline` : reach.b3f.toFixed(2),
      `${method} ${best.b3f.toFixed(3)} (we are at ${(ours.b3f / best.b3f).toFixed(2)} ×)`,
    )
    if (reach.ari === undefined) return
    const [second, ari] = [...theirs].sort((a, b) => b[1].ari - a[1].ari)[0]!
    line(title, 'ARI', mark(ours.ari, ours.ari >= reach.ari), reach.ari.toFixed(2), `${second} ${ari.ari.toFixed(3)}`)
  })
}

interface Questions {
  corpus: string
  queries: string
  relevant: Map<string, string[]>
  reach: { mrr?: number; hit5?: number }
}

function similar(name: string, language: Language, prepare: () => Questions) {
  task(name, (title) => {
    const { corpus, queries, relevant, reach } = prepare()
    samsyn('similar', '--corpus', corpus, '--queries', queries, '--k', '10')
    const found = linesOf<{ id: string; results: { id: string }[] }>(temporary('out.jsonl'))
    const ours = retrieval(relevant, new Map(found.map(({ id, results }) => [id, results.map((one) => one.id)])))
    const theirs = baseline('similar', corpus, queries, language).map(
      ({ method, results = {} }) => [method, retrieval(relevant, new Map(Object.entries(results)))] as const,
    )
    for (const [figure, key] of [
      ['MRR@10', 'mrr'],
      ['hit@5', 'hit5'],
    ] as const) {
      const least = reach[key]
      if (least === undefined) continue
      const instead = theirs.map(([method, scored]) => `${method} ${scored[key].toFixed(3)}`).join(', ')
      line(title, figure, mark(ours[key], ours[key] >= least), least.toFixed(2), instead)
    }
  })
}

function size(count: number, most: Partial<Record<keyof typeof MEASURES, number>>, beside: boolean) {
  task(`${count} texts`, (title) => {
    const file = writeLines(temporary('mixed.jsonl'), mixed(count))
    const script = path.join(import.meta.dirname, 'size.ts')
    const output = execFileSync(process.execPath, ['--import', 'tsx', script, file], { encoding: 'utf8' })
    const ours = JSON.parse(output) as Record<keyof typeof MEASURES, number>
    const theirs = beside ? baseline('linkage', file, 'swedish')[0] : undefined
    for (const [key, [figure, unit, digits]] of Object.entries(MEASURES)) {
      const measure = key as keyof typeof MEASURES
      const limit = most[measure]
      if (limit === undefined) continue
      const instead =
        theirs && measure === 'seconds' ? `average linkage ${theirs.seconds.toFixed(1)} s, ${theirs.peak_mb} MB` : ''
      const met = ours[measure] <= limit && ours[measure] < (instead ? theirs!.seconds : Number.POSITIVE_INFINITY)
      line(title, figure, mark(ours[measure], met, digits, unit), `≤ ${limit} ${unit}`, instead)
    }
    console.error(output)
  })
}

function stream() {
  task('stream 30 % one by one', (title) => {
    const rows = rowsOf(at('g0v_related')).filter((row) => row.label != null)
    const { batch, streamed, pinnedMoved } = streamOneByOne(rows)
    const labels = rows.map((row) => String(row.label))
    const b3f = (groups: ReadonlyMap<string, string>) =>
      agreement(
        labels,
        rows.map((row) => groups.get(row.id) ?? `alone ${row.id}`),
      ).b3f
    const share = (100 * b3f(streamed)) / b3f(batch)
    line(title, 'share of batch B³F', mark(share, share >= 98, 1, '%'), '≥ 98 %', '')
    line(title, 'confirmed texts moved', mark(pinnedMoved, pinnedMoved === 0, 0), '0', '')
  })
}

function task(name: string, run: (name: string) => void) {
  if (name.includes(only)) run(name)
}

function samsyn(command: string, ...args: string[]) {
  const call = ['--import', 'tsx', 'app/cli/samsyn.ts', 'similarity', command, ...args, '--out', temporary('out.jsonl')]
  execFileSync(process.execPath, call)
}

function baseline(kind: 'cluster' | 'linkage' | 'similar', ...args: string[]): Baseline[] {
  const script = path.join(import.meta.dirname, 'baseline.py')
  const output = execFileSync('/usr/bin/python3', [script, kind, ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  return output
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one) as Baseline)
}

function goldOf(name: string): Map<string, string[]> {
  return new Map(
    linesOf<{ id: string; relevant: string[] }>(at(`${name}_gold`)).map(({ id, relevant }) => [id, relevant]),
  )
}

/** Only the titles, or so much of each as has been typed. */
function titlesOf(name: string, share: number): LabelledRow[] {
  return rowsOf(at(name)).map((row) => ({
    ...row,
    title: row.title.slice(0, Math.ceil(row.title.length * share)),
    text: '',
  }))
}

/** Every row of the files, and where they do not suffice titles of some with the texts of others. */
function mixed(count: number): LabelledRow[] {
  const all = ['polisen_events', 'g0v_related', 'banking77', 'gitbugs_hadoop', 'g0v_topics'].flatMap((name) =>
    rowsOf(at(name)).map(({ id, title, text }) => ({ id: `${name}-${id}`, title, text })),
  )
  const more = Array.from({ length: Math.max(0, count - all.length) }, (_, i) => {
    const { text } = all[(i * 7 + 13) % all.length]!
    return { id: `mixed-${i}`, title: all[i % all.length]!.title, text: text.slice(0, 300) }
  })
  return [...all, ...more].slice(0, count)
}

function mark(value: number, reached: boolean, digits = 3, unit = ''): string {
  const text = `${value.toFixed(digits)} ${unit}`.trim()
  return reached ? text : `${text} (short)`
}

function line(...cells: string[]) {
  console.log(`| ${cells.join(' | ')} |`)
}
