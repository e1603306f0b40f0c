import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-similarity-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => path.join(folder, name)

function samsyn(...args: string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/cli/samsyn.ts', 'similarity', ...args],
    { encoding: 'utf8' },
  )
  return { status, stderr }
}
function write(name: string, lines: readonly unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  writeFileSync(file(name), name.endsWith('.gz') ? gzipSync(text) : text)
  return file(name)
}
function read(name: string) {
  const bytes = readFileSync(file(name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const ROWS = [
  {
    id: 'a',
    title: 'Behörighetshantering mellan myndigheter',
    text: 'Handläggare behöver behörighet hos andra myndigheter.',
  },
  { id: 'b', title: 'Behörighet mellan myndigheter', text: 'Behörighet för handläggare hos andra myndigheter.' },
  { id: 'c', title: 'Syntetiska data', text: 'Testa AI utan personuppgifter.' },
  { id: 4, title: 'Cykelbanor', text: '' },
]

describe('cluster', () => {
  test('writes one line per row in the order of the rows, null for those alone', () => {
    const result = samsyn(
      'cluster',
      '--in',
      write('in.jsonl.gz', ROWS),
      '--out',
      file('out.jsonl.gz'),
      '--level',
      'problem',
      '--stats',
      file('stats.json'),
    )
    expect(result).toEqual({ status: 0, stderr: '' })
    const [a, b, c, d] = read('out.jsonl.gz')
    expect([a.id, b.id, c.id, d.id]).toEqual(['a', 'b', 'c', 4])
    expect(a.cluster).toBe(b.cluster)
    expect(a.label).toMatch(/behörighet/i)
    expect(c).toEqual({ id: 'c', cluster: null, label: null })
    expect(JSON.parse(readFileSync(file('stats.json'), 'utf8'))).toMatchObject({
      texts: 4,
      clusters: 1,
      build_seconds: expect.any(Number),
      peak_mb: expect.any(Number),
    })
  })

  test('keeps pinned rows where they are', () => {
    const pinned = [
      { ...ROWS[0], pinned: 'one' },
      { ...ROWS[1], pinned: 'two' },
      { ...ROWS[2], pinned: 'one' },
    ]
    samsyn('cluster', '--in', write('pinned.jsonl', pinned), '--out', file('pinned-out.jsonl'), '--level', 'theme')
    expect(read('pinned-out.jsonl').map((line) => line.cluster)).toEqual(['one', 'two', 'one'])
  })

  test('takes numbers as names of confirmed groups, and gives them back as numbers', () => {
    const pinned = [{ ...ROWS[0], pinned: 12 }, ROWS[1], { ...ROWS[2], pinned: 0 }, { ...ROWS[3], pinned: null }]
    samsyn('cluster', '--in', write('numbers.jsonl', pinned), '--out', file('numbers-out.jsonl'), '--level', 'problem')
    expect(read('numbers-out.jsonl').map((line) => line.cluster)).toEqual([12, 12, 0, null])
  })

  test('writes through a link instead of putting a file in its place', () => {
    symlinkSync('real-out.jsonl', file('link.jsonl'))
    samsyn('cluster', '--in', write('linked.jsonl', ROWS), '--out', file('link.jsonl'), '--level', 'problem')
    expect(lstatSync(file('link.jsonl')).isSymbolicLink()).toBe(true)
    expect(read('real-out.jsonl')).toHaveLength(ROWS.length)
  })
})

test('similar leaves a query out of its own results and says why', () => {
  const corpus = write('corpus.jsonl', ROWS)
  const result = samsyn(
    'similar',
    '--corpus',
    corpus,
    '--queries',
    corpus,
    '--k',
    '2',
    '--out',
    file('similar.jsonl'),
    '--title-only',
    '--stats',
    file('stats2.json'),
  )
  expect(result).toEqual({ status: 0, stderr: '' })
  const [a] = read('similar.jsonl')
  expect(a.results[0]).toMatchObject({ id: 'b', score: expect.any(Number) })
  expect(a.results[0].why[0].term).toBeTypeOf('string')
  expect(a.results.length).toBeLessThanOrEqual(2)
  expect(JSON.parse(readFileSync(file('stats2.json'), 'utf8'))).toMatchObject({
    queries: 4,
    p50_ms: expect.any(Number),
    p95_ms: expect.any(Number),
  })
})

test.each([
  ['broken JSON', '{"id": "x", "title":', 'line 2: not JSON'],
  ['an array', '[1]', 'line 2: not an object'],
  ['no id', { title: 'x' }, 'line 2: id is missing'],
  [
    'an id too large to be kept',
    '{"id": 86383662215598081, "title": "x"}',
    'line 2: id is missing or neither text nor',
  ],
  ['a truth for a group', { id: 'x', title: 'x', pinned: true }, 'line 2: pinned is neither text nor a whole number'],
  ['a title that is a number', { id: 'x', title: 5 }, 'line 2: title is not text'],
  ['neither title nor text', { id: 'x' }, 'line 2: neither title nor text'],
  ['an id twice', { id: 'a', title: 'x' }, 'line 2: id "a" is already on line 1'],
])('a line with %s is named, and nothing is written', (_, line, message) => {
  const result = samsyn(
    'cluster',
    '--in',
    write('bad.jsonl', [ROWS[0], line]),
    '--out',
    file('never.jsonl'),
    '--level',
    'problem',
  )
  expect(result.status).toBe(2)
  expect(result.stderr).toContain(message)
  expect(existsSync(file('never.jsonl'))).toBe(false)
})

test('a line in another encoding is named', () => {
  const latin = Buffer.from(`${JSON.stringify(ROWS[3])}\n${JSON.stringify(ROWS[0])}\n`, 'latin1')
  writeFileSync(file('latin.jsonl'), latin)
  const result = samsyn('cluster', '--in', file('latin.jsonl'), '--out', file('never.jsonl'), '--level', 'problem')
  expect(result.status).toBe(2)
  expect(result.stderr).toContain('line 2: not UTF-8')
})

test.each([
  [['cluster', '--in', 'missing.jsonl', '--out', file('never.jsonl'), '--level', 'problem'], 'missing.jsonl'],
  [['cluster', '--in', 'x', '--out', file('never.jsonl'), '--level', 'everything'], '--level is problem or theme'],
  [['similar', '--k', '0', '--out', file('never.jsonl')], '--k is a whole number'],
  [['guess'], 'unknown command guess'],
])('%j is refused', (args, message) => {
  const result = samsyn(...args)
  expect(result.status).toBe(2)
  expect(result.stderr).toContain(message)
})
