import { MessageChannel, receiveMessageOnPort, type Worker } from 'node:worker_threads'
import type { TextWords } from './corpus.ts'
import type { EngineText } from './engine-types.ts'
import { type AnalysedPiece, DONE, type HelperRequest, TAKEN } from './helper-protocol.ts'
import { doPieces, type Share } from './shared-jobs.ts'
import type { TermEntry } from './term-list.ts'
import { bootWorker } from './worker-boot.ts'

const TEXTS_PER_PIECE = 500
/** Share of the texts that the helper gets to see: it starts later, so it seldom does half. */
const HELPERS_SHARE = 0.6
/** A helper that finishes nothing for so long is given up, and the work fails. */
const PATIENCE_MS = 60_000
/** How often one who waits looks whether the helper is still there. */
const LOOK_MS = 100

/**
 * A second thread that takes part in work while this one works too and waits for the rest, without either needing its
 * event loop.
 */
export class HelperThread {
  private readonly worker: Worker
  private readonly channel = new MessageChannel()
  private readonly ended = new Int32Array(new SharedArrayBuffer(4))

  constructor(terms: readonly TermEntry[]) {
    const { port2 } = this.channel
    this.worker = bootWorker('helper-worker.ts', { start: { terms, port: port2 }, ended: this.ended }, [port2])
    // Whoever waits learns of the end by `ended`; without a listener it would end this thread too.
    this.worker.on('error', () => {})
    this.worker.unref()
    this.channel.port1.unref()
  }

  /** Whether the thread has ended, by itself or given up: what it was asked is lost, and it can be asked no more. */
  get gone(): boolean {
    return Atomics.load(this.ended, 0) !== 0
  }

  readonly share: Share = (job, task, count, chunk, before) => {
    const counters = new Int32Array(new SharedArrayBuffer(8))
    const pieces = Math.ceil(count / chunk)
    if (pieces > 1) this.ask({ job, task, count, chunk, counters })
    before?.()
    let own = 0
    for (let piece = Atomics.add(counters, TAKEN, 1); piece < pieces; piece = Atomics.add(counters, TAKEN, 1)) {
      doPieces(job, task, piece * chunk, Math.min(count, (piece + 1) * chunk))
      own++
    }
    this.wait(counters, pieces - own)
  }

  /**
   * Calls `here` for texts that this thread is to analyse and `there` for those the helper has, which come with their
   * words. Every text is given to exactly one.
   */
  analyse(
    texts: readonly EngineText[],
    here: (text: EngineText) => void,
    there: (text: EngineText, words: TextWords) => void,
  ): void {
    const counters = new Int32Array(new SharedArrayBuffer(8))
    const pieces = Math.floor(texts.length / TEXTS_PER_PIECE)
    const whole = texts.length - pieces * TEXTS_PER_PIECE
    const seen = texts.slice(texts.length - Math.floor(pieces * HELPERS_SHARE) * TEXTS_PER_PIECE)
    this.ask({
      titles: seen.map((text) => text.title),
      bodies: seen.map((text) => text.body),
      chunk: TEXTS_PER_PIECE,
      pieces,
      counters,
    })
    for (const text of texts.slice(0, whole)) here(text)
    const keys: string[] = []
    const receive = () => {
      for (
        let message = receiveMessageOnPort(this.channel.port1);
        message;
        message = receiveMessageOnPort(this.channel.port1)
      ) {
        const { piece, keys: fresh, offsets, terms, counts, phraseOffsets, phrases } = message.message as AnalysedPiece
        for (const key of fresh) keys.push(key)
        for (let at = 0; at < TEXTS_PER_PIECE; at++) {
          const own: [string, number][] = []
          for (let i = offsets[at]!; i < offsets[at + 1]!; i++) own.push([keys[terms[i]!]!, counts[i]!])
          there(texts[whole + piece * TEXTS_PER_PIECE + at]!, {
            counts: own,
            phrases: phrases.slice(phraseOffsets[at], phraseOffsets[at + 1]),
          })
        }
      }
    }
    let own = 0
    for (; Atomics.add(counters, TAKEN, 1) < pieces; own++) {
      const from = whole + own * TEXTS_PER_PIECE
      for (const text of texts.slice(from, from + TEXTS_PER_PIECE)) here(text)
      receive()
    }
    this.wait(counters, pieces - own)
    receive()
  }

  close(): void {
    void this.worker.terminate()
  }

  private ask(request: HelperRequest): void {
    this.worker.postMessage(request)
  }

  /** Waits until the helper has finished so many pieces. */
  private wait(counters: Int32Array, pieces: number): void {
    let patience = PATIENCE_MS
    for (let done = Atomics.load(counters, DONE); done < pieces; done = Atomics.load(counters, DONE)) {
      if (Atomics.wait(counters, DONE, done, LOOK_MS) !== 'timed-out') {
        patience = PATIENCE_MS
        continue
      }
      patience -= LOOK_MS
      if (this.gone || patience <= 0) {
        Atomics.store(this.ended, 0, 1)
        this.close()
        throw new Error('the helper thread of the similarity engine stopped')
      }
    }
  }
}
