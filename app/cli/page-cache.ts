import type { RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'

interface KeptPage {
  headers: ReturnType<Response['getHeaders']>
  body: Buffer
}

const keptMs = 5_000
const mostBytes = 64_000_000

/**
 * Pages as visitors without any cookie but that of the language got them, for five seconds or until anything happens:
 * every command leaves an event, and the number of the last one is part of the key. When a decision is in the news,
 * thousands read the same page. What is kept is the whole answer with its nonce, the same to everyone: whoever could
 * write something for one copy of a page gets another page, with another nonce.
 */
export function pageCache(latestSeq: () => Promise<number>): RequestHandler {
  const kept = new LRUCache<string, KeptPage>({
    ttl: keptMs,
    maxSize: mostBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  })
  /** Pages that somebody waits for already: whoever asks meanwhile waits for the same one. */
  const making = new Map<string, Promise<KeptPage | undefined>>()
  return async (request, response, next) => {
    const { cookie = '', host, 'accept-language': languages, 'accept-encoding': encodings } = request.headers
    // Files and the data that scripts fetch have a dot in their address, and are not pages.
    if (request.method !== 'GET' || request.path.includes('.') || !onlyLanguage(cookie)) return next()
    try {
      const key = JSON.stringify([await latestSeq(), request.protocol, host, request.url, cookie, languages, encodings])
      const page = kept.get(key) ?? (await making.get(key))
      if (page) return response.set(page.headers as Record<string, string>).end(page.body)
      const made = new Promise<KeptPage | undefined>((resolve) => {
        response.once('close', () => resolve(undefined))
        keepWhole(response, (body) => {
          const whole = { headers: response.getHeaders(), body }
          kept.set(key, whole)
          resolve(whole)
        })
      })
      making.set(key, made)
      made.then(() => making.get(key) === made && making.delete(key))
      next()
    } catch (error) {
      next(error)
    }
  }
}

const onlyLanguage = (cookie: string) => cookie === '' || /^(__Host-)?language=[^;]*$/.test(cookie)

/** Hands on the body of a page as it leaves, where it is one that is the same for everyone. */
function keepWhole(response: Response, keep: (body: Buffer) => void) {
  const parts: Buffer[] = []
  const write = response.write.bind(response) as (...written: unknown[]) => boolean
  const end = response.end.bind(response) as (...written: unknown[]) => Response
  const note = (part: unknown) => {
    if (part instanceof Uint8Array || typeof part === 'string') parts.push(Buffer.from(part as string))
  }
  response.write = (...written: unknown[]) => {
    note(written[0])
    return write(...written)
  }
  response.end = (...written: unknown[]) => {
    note(written[0])
    const type = String(response.getHeader('Content-Type'))
    if (response.statusCode === 200 && type.startsWith('text/html') && !response.hasHeader('Set-Cookie'))
      keep(Buffer.concat(parts))
    return end(...written)
  }
}
