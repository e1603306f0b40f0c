import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const flow = ['needs', 'resources', 'problems', 'priorities', 'committee', 'timeline', 'overview', 'search']
const ground = ['jobs', 'people', 'organisations', 'events', 'notices']

const sources = ['app', 'db', 'seeds', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

/** Imports of our own files, as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...text.matchAll(pattern)].flatMap(([, , type, specifier, dynamic]) => {
    const target = (specifier ?? dynamic ?? '').split('?')[0] as string
    if (target.startsWith('~/')) return [{ from: file, to: path.join('app', target.slice(2)), typeOnly: Boolean(type) }]
    if (target.startsWith('.'))
      return [{ from: file, to: path.join(path.dirname(file), target), typeOnly: Boolean(type) }]
    return []
  })
}

const all = sources.flatMap(importsOf)
const inside = (file: string, folder: string) => file.startsWith(`${folder}/`)
const importsFrom = (folder: string) => all.filter(({ from }) => inside(from, folder))
const shown = ({ from, to }: Import) => `${from} → ${to}`
const nounOf = (file: string) => file.match(/^app\/domain\/([^/]+)\//)?.[1]

describe('who may import what', () => {
  test('every import leads to a file', () => {
    const lost = all.filter(({ to }) => !existsSync(to))
    expect(lost.map(shown)).toEqual([])
  })

  test('similarity and i18n import nothing of ours', () => {
    for (const folder of ['app/similarity', 'app/i18n'])
      expect(
        importsFrom(folder)
          .filter(({ to }) => !inside(to, folder))
          .map(shown),
      ).toEqual([])
  })

  test('a noun uses itself, the ground and earlier nouns', () => {
    const order = [...ground, ...flow]
    const wrong = importsFrom('app/domain').filter(({ from, to }) => {
      const own = nounOf(from)
      const other = nounOf(to)
      if (!own || !other || own === other || ground.includes(other)) return false
      return order.indexOf(other) > order.indexOf(own)
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('the domain knows no page, no request and no outside system', () => {
    const wrong = importsFrom('app/domain').filter(
      ({ to }) => !['app/domain', 'app/similarity', 'db'].some((folder) => inside(to, folder)),
    )
    expect(wrong.map(shown)).toEqual([])
    const react = sources.filter(
      (file) => inside(file, 'app/domain') && /from '(react|@remix-run)/.test(readFileSync(file, 'utf8')),
    )
    expect(react).toEqual([])
  })

  test('routes reach neither the database nor outside systems', () => {
    const wrong = importsFrom('app/routes').filter(({ to }) => inside(to, 'db') || inside(to, 'app/integrations'))
    expect(wrong.map(shown)).toEqual([])
  })

  test('components are pure', () => {
    const allowed = [
      'app/components',
      'app/i18n',
      'app/domain',
      'app/similarity',
      'app/http/paths.ts',
      'app/http/form-types.ts',
    ]
    const wrong = importsFrom('app/components').filter(
      ({ to, typeOnly }) =>
        !allowed.some((place) => to === place || inside(to, place)) || (/\.server\.tsx?$/.test(to) && !typeOnly),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('noun-less parts know no noun', () => {
    const wrong = importsFrom('app/components/ui').filter(
      ({ to }) => !inside(to, 'app/components/ui') && !inside(to, 'app/i18n'),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('http knows people, events, notices and texts', () => {
    const allowed = [
      'app/http',
      'app/i18n',
      'app/domain/people',
      'app/domain/events',
      'app/domain/notices',
      'app/domain/refusal.ts',
    ]
    const wrong = importsFrom('app/http').filter(
      ({ to }) => !allowed.some((place) => to === place || inside(to, place)),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('integrations know types of the domain alone', () => {
    const wrong = importsFrom('app/integrations').filter(
      ({ to, typeOnly }) =>
        !inside(to, 'app/integrations') && !(inside(to, 'app/domain') && (typeOnly || !/\.server\.ts$/.test(to))),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('the database knows nothing above it but pure vocabulary', () => {
    const wrong = importsFrom('db').filter(
      ({ to }) => !inside(to, 'db') && !(inside(to, 'app/domain') && !/\.server\.ts$/.test(to)),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('nobody imports in circles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of all) if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, trail: string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
      state.set(file, 'done')
    }
    for (const file of edges.keys()) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('habits', () => {
  const routes = sources.filter((file) => inside(file, 'app/routes'))
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length

  test('no file in app or db is longer than 250 lines', () => {
    const data = /^app\/(i18n\/(sv|en)|similarity\/terms)/
    const long = sources.filter((file) => /^(app|db)\//.test(file) && !data.test(file) && lines(file) > 250)
    expect(long).toEqual([])
  })

  test('routes stay thin: half of them under 90 lines', () => {
    const sizes = routes.map(lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThan(90)
    expect(sizes[Math.floor(sizes.length * 0.9)] ?? 0).toBeLessThan(180)
  })

  test('every action is guarded on its first lines', () => {
    // Signing in and out and choosing a language are what people do before they are known.
    const open = /routes\/(sign-in|sign-out|language|invitations_?\.\$token)/
    const unguarded = routes.filter((file) => {
      const action = readFileSync(file, 'utf8').match(/export (?:async function action|const action)[\s\S]{0,600}/)?.[0]
      return (
        action && !open.test(file) && !/requireSignIn|requireRole|requireCan|viewerOf|require[A-Z]\w+\(/.test(action)
      )
    })
    expect(unguarded).toEqual([])
  })

  test('no drawers for what has no name', () => {
    const drawers = sources.filter(
      (file) => /(^|\/)(index|utils?|helpers?|misc|common|manager|service)\.tsx?$/.test(file) && !/i18n/.test(file),
    )
    expect(drawers).toEqual([])
  })

  test('nothing but the agreed folders at the top', () => {
    const folders = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    const known = [
      'app',
      'db',
      'migrations',
      'seeds',
      'public',
      'tests',
      '.ci',
      '.git',
      'node_modules',
      'build',
      'data',
      'coverage',
      'test-results',
    ]
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([])
  })
})
