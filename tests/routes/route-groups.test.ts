import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { routeGroups } from '../../app/http/route-groups.ts'

const paths: Record<string, string> = {
  'routes/problems': 'problems',
  'routes/problems_.$number': 'problems/:number',
  'routes/problems_.$number_.merge': 'problems/:number/merge',
  'routes/decisions': 'decisions',
  'routes/decisions[.]csv': 'decisions.csv',
  'routes/needs.$id.form.$step': 'needs/:id/form/:step',
  'routes/$': '*',
}
const manifest = {
  root: { id: 'root', path: '' },
  layout: { id: 'layout', parentId: 'root' },
  start: { id: 'start', parentId: 'layout', index: true },
  ...Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, { id, path, parentId: 'layout' }])),
}
const build = { routes: manifest, assets: { version: '1', routes: manifest } } as unknown as ServerBuild
const groupOf = routeGroups(build)

/** The ids of the routes that the address leads to. */
function led({ routes }: ServerBuild, path: string) {
  const below = (parentId?: string): { id: string; path?: string }[] =>
    Object.values(routes).flatMap((route) =>
      route?.parentId === parentId ? [{ ...route, children: route.index ? undefined : below(route.id) }] : [],
    )
  return matchRoutes(below(), path)?.map(({ route, params }) => [route.id, params])
}

describe('routes by the first segment of the address', () => {
  const addresses = ['/', '/problems', '/Problems/7', '/problems/7/merge', '/problems/7/nowhere', '/decisions']
  test.each([...addresses, '/decisions.csv', '/needs/abc/form/2', '/%70roblems', '/nowhere', '//problems'])(
    '%s leads where it leads among all routes',
    (path) => {
      expect(led(groupOf(path), path)).toEqual(led(build, path))
    },
  )

  test('holds what can be reached, and the manifest says the same', () => {
    const group = groupOf('/problems/7')
    expect(Object.keys(group.routes).sort()).toEqual(
      ['root', 'layout', 'start', 'routes/$', ...Object.keys(paths).filter((id) => id.includes('problems'))].sort(),
    )
    expect(Object.keys(group.assets.routes)).toEqual(Object.keys(group.routes))
  })

  test('asks for data in the same group, and for the manifest in the whole', () => {
    expect(groupOf('/problems.data')).toBe(groupOf('/problems'))
    expect(groupOf('/problems/7.data')).toBe(groupOf('/problems'))
    expect(groupOf('/_root.data')).toBe(groupOf('/'))
    expect(groupOf('/__manifest')).toBe(build)
  })
})
