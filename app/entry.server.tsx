import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './http/nonce.tsx'
import { securityHeaders } from './http/security-headers.server.ts'
import './i18n/translator.server.ts'
import { log } from './jobs/log.server.ts'
import { startProcess } from './jobs/start-process.server.ts'

startProcess()

const renderLimitMs = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  headers.set('Content-Type', 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value)
  return new Promise((resolve, reject) => {
    const whole = isbot(request.headers.get('User-Agent')) || context.isSpaMode
    let responded = false
    let answer = status
    const respond = () => {
      responded = true
      const body = new PassThrough()
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: respond,
        onShellError: reject,
        onError(error) {
          answer = 500
          // Errors before the shell are reported once, by the rejection.
          if (responded) log.error({ error }, 'rendering failed')
        },
      },
    )
    setTimeout(abort, renderLimitMs).unref()
  })
}

export function handleError(error: unknown, { request }: { request: Request }) {
  // An address that leads nowhere is the reader's mistake, not ours.
  if (isRouteErrorResponse(error) && error.status === 404) return
  if (!request.signal.aborted) log.error({ error, path: new URL(request.url).pathname }, 'a request failed')
}
