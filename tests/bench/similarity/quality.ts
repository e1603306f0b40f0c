/**
 * The engine's figures beside scikit-learn's on the same files, in one run:
 *   node --import tsx tests/bench/similarity/quality.ts DATA_FOLDER TOOLS_FOLDER [part of a task's name]
 * DATA_FOLDER holds the labelled files, TOOLS_FOLDER score.py and the two baselines (apt: python3-sklearn python3-nltk).
 * Prints one JSON line per figure. The data are for evaluation only and are not in the repository.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LabelledRow, bcubed, rowsOf, writeRows } from './labelled-rows.ts'
import { streamOneByOne } from './stream.ts'

const [data = '', tools = '', only = ''] = process.argv.slice(2)
if (!data || !tools) throw new Error('usage: quality.ts DATA_FOLDER TOOLS_FOLDER [task]')
const work = mkdtempSync(path.join(tmpdir(), 'samsyn-bench-'))
const at = (name: string) => path.join(data, `${name}.jsonl.gz`)
const temporary = (name: string) => path.join(work, name)
const show = (line: Record<string, unknown>) => console.log(JSON.stringify(line))

function python(script: string, ...args: string[]): Record<string, unknown>[] {
  const output = execFileSync('/usr/bin/python3', [path.join(tools, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  })
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
function samsyn(...args: string[]): Record<string, unknown> {
  const stats = temporary('stats.json')
  execFileSync(process.execPath, ['--import', 'tsx', 'app/cli/samsyn.ts', 'similarity', ...args, '--stats', stats])
  return JSON.parse(readFileSync(stats, 'utf8'))
}
function task(name: string, run: () => void) {
  if (name.includes(only)) run()
}

function cluster(name: string, level: string, language: string, first = 0) {
  task(`${name} ${level}`, () => {
    const labelled = rowsOf(at(name)).filter((row) => row.label != null)
    const rows = writeRows(temporary('rows.jsonl'), first ? labelled.slice(0, first) : labelled)
    const stats = samsyn('cluster', '--in', rows, '--out', temporary('out.jsonl'), '--level', level)
    show({
      task: `${name} ${level}`,
      method: 'samsyn',
      ...python('score.py', 'cluster', rows, temporary('out.jsonl'))[0],
      ...stats,
    })
    for (const line of python('baseline_cluster.py', rows, '--lang', language))
      show({ task: `${name} ${level}`, ...line })
  })
}

function similar(title: string, corpus: string, queries: string, gold: string, language: string, titleOnly = false) {
  task(title, () => {
    const flags = titleOnly ? ['--title-only'] : []
    const stats = samsyn(
      'similar',
      '--corpus',
      corpus,
      '--queries',
      queries,
      '--k',
      '10',
      '--out',
      temporary('out.jsonl'),
      ...flags,
    )
    show({ task: title, method: 'samsyn', ...python('score.py', 'similar', gold, temporary('out.jsonl'))[0], ...stats })
    for (const line of python('baseline_similar.py', corpus, queries, gold, '--lang', language, ...flags))
      show({ task: title, ...line })
  })
}

function mixed(count: number): string {
  const all = ['polisen_events', 'g0v_related', 'banking77', 'gitbugs_hadoop', 'g0v_topics'].flatMap((name) =>
    rowsOf(at(name)).map((row) => ({ ...row, id: `${name}-${row.id}` })),
  )
  const more: LabelledRow[] = Array.from({ length: Math.max(0, count - all.length) }, (_, i) => {
    const body = all[(i * 7 + 13) % all.length]!
    return { id: `mixed-${i}`, title: all[i % all.length]!.title, text: body.text.slice(0, 300) }
  })
  return writeRows(temporary(`mixed-${count}.jsonl`), [...all, ...more].slice(0, count))
}

try {
  cluster('g0v_related', 'problem', 'sv')
  cluster('polisen_events', 'theme', 'sv', 5000)
  cluster('g0v_topics', 'theme', 'sv')
  cluster('banking77', 'theme', 'en')
  similar('swefaq', at('swefaq_answers'), at('swefaq_questions'), at('swefaq_gold'), 'sv')
  similar('g0v_related title', at('g0v_related'), at('g0v_related_queries'), at('g0v_related_gold'), 'sv', true)
  task('gitbugs_hadoop', () => {
    const gold = rowsOf(at('gitbugs_hadoop')).flatMap((row) =>
      row.duplicate_of ? [{ id: row.id, relevant: [row.duplicate_of].flat() }] : [],
    )
    writeFileSync(temporary('gold.jsonl'), gold.map((line) => `${JSON.stringify(line)}\n`).join(''))
    similar('gitbugs_hadoop', at('gitbugs_hadoop'), at('gitbugs_hadoop'), temporary('gold.jsonl'), 'en')
  })
  task('typing', () => {
    const halves = rowsOf(at('g0v_related_queries')).map((row) => ({
      ...row,
      title: row.title.slice(0, Math.ceil(row.title.length / 2)),
      text: '',
    }))
    similar(
      'typing 50 %',
      at('g0v_related'),
      writeRows(temporary('typed.jsonl'), halves),
      at('g0v_related_gold'),
      'sv',
      true,
    )
  })
  for (const count of [20_000, 100_000]) {
    task(`size ${count}`, () => {
      const rows = mixed(count)
      for (const level of ['problem', 'theme'])
        show({
          task: `size ${count} ${level}`,
          ...samsyn('cluster', '--in', rows, '--out', temporary('out.jsonl'), '--level', level),
        })
      const queries = writeRows(
        temporary('some.jsonl'),
        rowsOf(rows)
          .slice(0, 40_000)
          .filter((_, i) => i % 40 === 0),
      )
      show({
        task: `size ${count} title queries`,
        ...samsyn('similar', '--corpus', rows, '--queries', queries, '--out', temporary('out.jsonl'), '--title-only'),
      })
      show({
        task: `size ${count} full queries`,
        ...samsyn('similar', '--corpus', rows, '--queries', queries, '--out', temporary('out.jsonl')),
      })
    })
  }
  task('stream', () => {
    const rows = rowsOf(at('g0v_related')).filter((row) => row.label != null)
    const { batch, streamed, pinnedMoved, addMs } = streamOneByOne(rows)
    const [whole, one] = [bcubed(rows, batch), bcubed(rows, streamed)]
    show({
      task: 'stream 30 % one by one',
      batch_b3f: whole,
      streamed_b3f: one,
      share: one / whole,
      pinned_moved: pinnedMoved,
      add_ms_p95: addMs,
    })
  })
} finally {
  rmSync(work, { recursive: true })
}
