/** Every route of the site, by the name of its file, and a way to call it as a browser would. */
import type { Person } from '../../app/domain/people/person.ts'
import { answerOf, get, post } from './requests.ts'

type Handler = (args: never) => Promise<unknown> | unknown
interface RouteModule {
  loader?: Handler
  action?: Handler
  default?: unknown
}

const modules = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}')
const nameOf = (file: string) => file.replace(/^.*\/routes\/|\.tsx?$/g, '')

export const routeNames = Object.keys(modules).map(nameOf).sort()

export async function loadRoute(name: string): Promise<RouteModule> {
  const found = Object.entries(modules).find(([file]) => nameOf(file) === name)
  if (!found) throw new Error(`There is no route ${name}`)
  return found[1]()
}

/** The path that a route's file name stands for, with its parameters filled in. */
export function pathOf(name: string, params: Record<string, string> = {}): string {
  const segments = splitName(name).filter((segment) => segment !== '_index' && segment !== '_layout')
  const filled = segments.map((segment) => {
    const plain = segment.replace(/_$/, '').replace(/\[(.+?)\]/g, '$1')
    if (plain === '$') return params['*'] ?? 'nothing'
    return plain.startsWith('$') ? (params[plain.slice(1)] ?? 'missing') : plain
  })
  return `/${filled.join('/')}`
}

/** Dots part segments, except in brackets: `needs[.]csv` is one. */
function splitName(name: string): string[] {
  return name.match(/(?:\[[^\]]*\]|[^.[\]])+/g) ?? []
}

type Call = { params?: Record<string, string>; search?: string; fields?: Record<string, string | string[]> }

/** What a person who opens the address gets. */
export async function read(name: string, person: Person | null, { params = {}, search = '' }: Call = {}) {
  const route = await loadRoute(name)
  const request = await get(pathOf(name, params) + search, person)
  // A route without a loader shows the same page to everyone.
  return answerOf((async () => (route.loader ? route.loader({ request, params, context: {} } as never) : null))())
}

/** What a person who sends the form gets. */
export async function send(name: string, person: Person | null, { params = {}, search = '', fields = {} }: Call = {}) {
  const route = await loadRoute(name)
  if (!route.action) throw new Error(`${name} has no action`)
  const request = await post(pathOf(name, params) + search, fields, person)
  return answerOf((async () => route.action?.({ request, params, context: {} } as never))())
}
