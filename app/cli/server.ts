/** Serves the built site. Same-origin and size checks stand here, before any route. */
import path from 'node:path'
import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import { pageCache } from './page-cache.ts'
import { formLimit } from '../http/form-types.ts'
import { routeGroups } from '../http/route-groups.ts'
import { isSameOrigin } from '../http/same-origin.ts'
import en from '../i18n/en/errors.ts'
import sv from '../i18n/sv/errors.ts'

/** The import of a spreadsheet takes files of 12 MB; what is somewhat larger is let through, so that the form can say so. */
const uploadLimit = 50_000_000

/** Nobody has read enough of the request to know the reader's language. */
const tooLarge = [sv, en].map(({ tooLarge: { title, text } }) => `${title}. ${text}\n`).join('\n')

export async function serve(port: number, host: string) {
  const build = await import(path.resolve('build/server/index.js'))
  const app = express()
  app.disable('x-powered-by')
  // How many proxies stand in front: the address that they report is believed, one that a browser claims is not.
  app.set('trust proxy', Number(process.env.TRUST_PROXY ?? 0))
  // Scripts and styles are many and small: headers that only say something of pages would double the smallest.
  app.use(
    '/assets',
    compression(),
    express.static('build/client/assets', {
      immutable: true,
      maxAge: '1y',
      setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
    }),
  )
  app.use(pageCache((build.entry.module as { latestSeq: () => Promise<number> }).latestSeq))
  app.use(compression())
  // The pages carry their own content security policy, with a nonce of each response.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: (process.env.SAMSYN_ORIGIN ?? '').startsWith('https:'),
      // Not "no-referrer": with it browsers send Origin "null", and the same-origin check could not tell.
      referrerPolicy: { policy: 'same-origin' },
    }),
  )
  app.use(express.static('build/client', { maxAge: '1h' }))
  app.get('/health', (_request, response) => {
    response.type('text').send('ok')
  })
  app.use((request, response, next) => {
    if (!isSameOrigin(request.method, request.headers)) return response.status(403).type('text').send('403')
    const limit = /^(\/organisations)?\/imports?$/.test(request.path) ? uploadLimit : formLimit
    if (Number(request.headers['content-length'] ?? 0) > limit) return response.status(413).type('text').send(tooLarge)
    // Browsers say how long a form is; what does not could go on for ever.
    if (request.headers['transfer-encoding']) return response.status(411).type('text').send('411')
    // PostgreSQL holds no NUL, and no text of an address needs one.
    request.url = request.url.replace(/%00/g, '')
    // For the limits on sign-in; whatever the browser itself sends under the name is replaced.
    request.headers['x-samsyn-address'] = request.ip ?? ''
    next()
  })
  app.all('*', pages(build))
  const server = app.listen(port, host)
  const stop = () => server.close(() => process.exit(0))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return server
}

/** One handler for each group of routes, made when it is first asked for. */
function pages(build: ServerBuild): RequestHandler {
  const groupOf = routeGroups(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  return (request, response, next) => {
    const group = groupOf(request.path)
    const handler = handlers.get(group) ?? createRequestHandler({ build: group, mode: process.env.NODE_ENV })
    handlers.set(group, handler)
    return handler(request, response, next)
  }
}
