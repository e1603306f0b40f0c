/** The whole site as a browser meets it, without a server: a request in, the page or the redirect out. */
import path from 'node:path'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import '../../app/i18n/translator.server.ts'
import '../../app/domain/problems/recount.server.ts'
import * as errorLayout from '../../app/error-layout.tsx'
import * as root from '../../app/root.tsx'
import remixOptions from '../../remix.config.js'

interface Configured {
  id?: string
  path?: string
  index?: boolean
  file: string
  children?: Configured[]
}

const modules = import.meta.glob('../../app/routes/*.{ts,tsx}')

type Handler = (request: Request) => Promise<Response>
let handler: Promise<Handler> | undefined

/** Answers as the built site does, errors and their pages included. */
export async function answer(request: Request): Promise<Response> {
  handler ??= makeHandler()
  return (await handler)(request)
}

async function makeHandler(): Promise<Handler> {
  ;(globalThis as { __remixAppDirectory?: string }).__remixAppDirectory = path.resolve('app')
  const { default: configured } = await import('../../app/routes.ts')
  const routes: Record<string, unknown> = { root: { id: 'root', path: '', module: root } }
  const add = async ({ file, children = [], index, ...route }: Configured, parentId: string) => {
    const id = route.id ?? file.replace(/\.tsx?$/, '')
    const load = modules[`../../app/${file}`]
    routes[id] = { id, parentId, path: route.path, index, module: load ? await load() : errorLayout }
    for (const child of children) await add(child, id)
  }
  for (const route of configured as unknown as Configured[]) await add(route, 'root')
  const build = {
    entry: { module: { default: render, handleError } },
    routes,
    assets: { version: 'test', url: '', entry: { module: '', imports: [] }, routes: manifestOf(routes) },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: remixOptions.future,
    isSpaMode: false,
  } as unknown as ServerBuild
  return createRequestHandler(build, 'production') as Handler
}

function manifestOf(routes: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const { module, ...rest } = route as { module: Record<string, unknown> }
      const has = {
        hasAction: 'action' in module,
        hasLoader: 'loader' in module,
        hasErrorBoundary: 'ErrorBoundary' in module,
      }
      return [id, { ...rest, ...has, module: '', imports: [] }]
    }),
  )
}

function render(request: Request, status: number, headers: Headers, context: never): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${renderToString(<RemixServer context={context} url={request.url} />)}`, {
    status,
    headers,
  })
}

/** What nobody foresaw, since the last time it was asked for. */
const unforeseen: unknown[] = []
export const takeUnforeseen = () => unforeseen.splice(0)

function handleError(error: unknown) {
  if (error instanceof Error) unforeseen.push(error)
}
