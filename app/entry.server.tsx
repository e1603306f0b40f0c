import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './http/nonce.tsx'
import { securityHeaders } from './http/security-headers.server.ts'
import './i18n/translator.server.ts'
import { log } from './jobs/log.server.ts'
import { startProcess } from './jobs/start-process.server.ts'

startProcess()

export { handleError } from './jobs/log-failure.server.ts'
/** For the cache in front of the pages. */
export { latestSeq } from './domain/events/event-queries.server.ts'

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
    let shellDone = false
    let answer = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        onShellReady() {
          shellDone = true
        },
        onShellError(error) {
          clearTimeout(limit)
          reject(error)
        },
        // No page waits for anything once its loaders have answered, so the whole of it leaves in one piece: compressed
        // at one go, and with the right status where a part of it failed.
        onAllReady() {
          clearTimeout(limit)
          pipe(gathered((html) => resolve(new Response(new Uint8Array(html), { headers, status: answer }))))
        },
        onError(error) {
          answer = 500
          // Errors before the shell are reported once, by the rejection.
          if (shellDone) log.error({ error }, 'rendering failed')
        },
      },
    )
    const limit = setTimeout(abort, renderLimitMs)
  })
}

/**
 * Takes what is written to it, and hands it on as one when all of it is there. React 18 leaves the end of a piece zero
 * where the next letter, such as å, did not fit whole (react/react#31134): in an attribute it would show as �.
 */
function gathered(done: (whole: Buffer) => void): Writable {
  const parts: Buffer[] = []
  return new Writable({
    write(part: Buffer, _encoding, next) {
      let end = part.length
      while (part[end - 1] === 0) end -= 1
      parts.push(part.subarray(0, end))
      next()
    },
    final(next) {
      done(Buffer.concat(parts))
      next()
    },
  })
}
