import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Mood = 'well' | 'slow' | 'garbage' | 'ragged' | 'short' | 'busy' | 'broken' | 'denied' | 'elsewhere'

/** A server that speaks both protocols. Words about the same thing, as the given table says, get the same vector. */
export async function startEmbeddingServer(meanings: Record<string, readonly string[]>, { tei = true } = {}) {
  const names = Object.keys(meanings)
  const asked: { path: string; texts: string[]; key: string | undefined }[] = []
  let elsewhere = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      const answer = (status: number, content: unknown, headers = {}) =>
        response.writeHead(status, headers).end(typeof content === 'string' ? content : JSON.stringify(content))
      if (request.url === '/elsewhere') elsewhere++
      if (request.url === '/info') return tei ? answer(200, { model_id: 'test' }) : answer(404, {})
      const { inputs, input } = JSON.parse(body || '{}')
      const texts: string[] = inputs ?? input ?? []
      asked.push({ path: request.url ?? '', texts, key: request.headers.authorization })
      const { mood } = state
      if (mood === 'garbage') return answer(200, '<html>')
      if (mood === 'busy') return answer(429, {}, { 'retry-after': '7' })
      if (mood === 'broken') return answer(500, {})
      if (mood === 'denied') return answer(401, {})
      if (mood === 'elsewhere') return answer(307, '', { location: '/elsewhere' })
      if (texts.some((text) => text.includes('REFUSED'))) return answer(413, {})
      const vectors = texts.map((text, at) => vectorOf(text, mood === 'short' || (mood === 'ragged' && at > 0)))
      const content =
        request.url === '/embed'
          ? vectors
          : { data: vectors.map((embedding, index) => ({ index, embedding })).reverse() }
      setTimeout(() => answer(200, content), mood === 'slow' ? 2_000 : 0).unref()
    })
  })

  function vectorOf(text: string, short: boolean): number[] {
    const vector = new Array(short ? names.length + 1 : names.length + 2).fill(0.01)
    names.forEach((name, at) => {
      if (meanings[name]?.some((word) => text.toLowerCase().includes(word))) vector[at] = 1
    })
    return vector
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state = {
    mood: 'well' as Mood,
    asked,
    get followed() {
      return elsewhere
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
  return state
}
