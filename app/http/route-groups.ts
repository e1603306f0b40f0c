import type { ServerBuild } from '@remix-run/node'

/**
 * The build with only those routes that an address can lead to, found by its first segment. The router flattens, ranks
 * and tries all routes it is given half a dozen times for each page, which with some 170 of them took longer than the
 * rest of a small page together. Addresses that begin with no known segment get the whole build.
 */
export function routeGroups(build: ServerBuild): (path: string) => ServerBuild {
  const segments = new Map(Object.keys(build.routes).map((id) => [id, segmentOfRoute(build, id)]))
  const groups = new Map<string, ServerBuild>()
  for (const segment of new Set(segments.values())) {
    const belongs = (id: string) => segments.get(id) === segment || segments.get(id) === anywhere
    const some = <Route>(routes: Record<string, Route>) =>
      Object.fromEntries(Object.entries(routes).filter(([id]) => belongs(id)))
    groups.set(segment, {
      ...build,
      routes: some(build.routes as Record<string, ServerBuild['routes'][string]>),
      assets: { ...build.assets, routes: some(build.assets.routes) },
    })
  }
  return (path) => groups.get(segmentOfPath(path)) ?? build
}

/** Of layouts, the start page and routes that begin with a parameter or a splat: they are in every group. */
const anywhere = ''

function segmentOfRoute(build: ServerBuild, id: string | undefined): string {
  const route = id === undefined ? undefined : build.routes[id]
  if (!route) return anywhere
  const above = segmentOfRoute(build, route.parentId)
  if (above !== anywhere) return above
  const [first = ''] = (route.path ?? '').split('/')
  return /^[:*]|\?$/.test(first) ? anywhere : first.toLowerCase()
}

function segmentOfPath(path: string): string {
  const [, first = ''] = path.split('/')
  const segment = first.toLowerCase().replace(/\.data$/, '')
  // What the browser's router calls the start page when it asks for its data.
  return segment === '_root' ? '' : segment
}
