import { parentPort, workerData } from 'node:worker_threads'
import { analyse } from './analysis.ts'
import { wordsOf } from './corpus.ts'
import { type AnalysedPiece, DONE, type HelperRequest, type HelperStart, TAKEN } from './helper-protocol.ts'
import { doPieces } from './shared-jobs.ts'
import { compileTermList } from './term-list.ts'
import { TERMS } from './terms.ts'

if (!parentPort) throw new Error('helper-worker.ts runs as a worker thread only')
const { terms, port } = (workerData as { start: HelperStart }).start
const list = compileTermList([...terms, ...TERMS])

parentPort.on('message', (request: HelperRequest) => {
  const { counters } = request
  const finished = () => {
    Atomics.add(counters, DONE, 1)
    Atomics.notify(counters, DONE)
  }
  if ('job' in request) {
    const { job, task, count, chunk } = request
    for (
      let from = Atomics.add(counters, TAKEN, 1) * chunk;
      from < count;
      from = Atomics.add(counters, TAKEN, 1) * chunk
    ) {
      doPieces(job, task, from, Math.min(count, from + chunk))
      finished()
    }
    return
  }
  const { pieces, chunk, titles, bodies } = request
  const numbers = new Map<string, number>()
  // Pieces are taken from the last backwards, and only so far as there are texts here.
  for (let mine = 1; mine * chunk <= titles.length && Atomics.add(counters, TAKEN, 1) < pieces; mine++) {
    const from = titles.length - mine * chunk
    port.postMessage(
      analysePiece(pieces - mine, titles.slice(from, from + chunk), bodies.slice(from, from + chunk), numbers),
    )
    finished()
  }
})

function analysePiece(
  piece: number,
  titles: readonly string[],
  bodies: readonly string[],
  numbers: Map<string, number>,
): AnalysedPiece {
  const keys: string[] = []
  const offsets = new Int32Array(titles.length + 1)
  const found: number[] = []
  const counts: number[] = []
  const phraseOffsets = new Int32Array(titles.length + 1)
  const phrases: number[] = []
  titles.forEach((title, at) => {
    const words = wordsOf(analyse(title, bodies[at]!, list))
    for (const [key, count] of words.counts) {
      let number = numbers.get(key)
      if (number === undefined) {
        number = numbers.size
        numbers.set(key, number)
        keys.push(key)
      }
      found.push(number)
      counts.push(count)
    }
    offsets[at + 1] = found.length
    for (const phrase of words.phrases) phrases.push(phrase)
    phraseOffsets[at + 1] = phrases.length
  })
  return {
    piece,
    keys,
    offsets,
    terms: Int32Array.from(found),
    counts: Float32Array.from(counts),
    phraseOffsets,
    phrases: Uint32Array.from(phrases),
  }
}
