import type { Worker } from 'node:worker_threads'
import type { EngineOptions } from './engine.ts'
import type { EngineCall, WorkerReply, WorkerRequest } from './worker-protocol.ts'
import { bootWorker } from './worker-boot.ts'

/** A call that took longer than it may. The thread has been restarted when it was stuck. */
export class SimilarityTimeout extends Error {
  override name = 'SimilarityTimeout'
}

/** The thread ended while the call was waiting. It is started anew; ask again. */
export class SimilarityRestarted extends Error {
  override name = 'SimilarityRestarted'
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
  parts: unknown[][]
  timer: NodeJS.Timeout
}

const RESTARTS_IN_A_ROW = 5

/** One worker thread with an engine. Starts on the first call, again when it crashed, and calls back then. */
export class EngineThread {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private requests = 0
  private crashes = 0
  private closed = false
  private idle: (() => void) | undefined

  constructor(
    private readonly options: EngineOptions,
    private readonly onRestart: () => void,
    /** Gives way to everything else on the machine. */
    private readonly background = false,
  ) {}

  /** Milliseconds `timeout` count from now, including the wait for earlier calls. */
  ask(call: EngineCall, args: unknown[], timeout: number): Promise<unknown> {
    if (this.closed) return Promise.reject(new SimilarityRestarted('the similarity engine is closed'))
    this.worker ??= this.start()
    const worker = this.worker
    const request = ++this.requests
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.timeOut(request, call, timeout), timeout)
      timer.unref()
      this.waiting.set(request, { resolve, reject, parts: [], timer })
      if (this.waiting.size === 1) worker.ref()
      worker.postMessage({ request, call, args } satisfies WorkerRequest)
    })
  }

  /** Closes when every call that waits has been answered. */
  async retire(): Promise<void> {
    if (this.waiting.size > 0) await new Promise<void>((resolve) => (this.idle = resolve))
    await this.close()
  }

  async close(): Promise<void> {
    this.closed = true
    const worker = this.worker
    this.worker = undefined
    this.failAll(new SimilarityRestarted('the similarity engine is closed'))
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = bootWorker('similarity-worker.ts', { options: this.options, background: this.background })
    worker.on('message', (reply: WorkerReply) => this.receive(reply))
    worker.on('error', (error) => this.ended(worker, error))
    worker.on('exit', (code) => this.ended(worker, new Error(`the similarity engine ended with code ${code}`)))
    worker.unref()
    return worker
  }

  private receive(reply: WorkerReply): void {
    const waiting = this.waiting.get(reply.request)
    if (!waiting) return
    if ('part' in reply) {
      waiting.parts.push(reply.part)
      return
    }
    this.crashes = 0
    this.forget(reply.request, waiting)
    if ('failed' in reply) {
      const error = new Error(reply.failed.message)
      if (reply.failed.stack) error.stack = reply.failed.stack
      waiting.reject(error)
    } else waiting.resolve(waiting.parts.length > 0 ? waiting.parts.flat() : reply.done)
  }

  private forget(request: number, waiting: Waiting): void {
    clearTimeout(waiting.timer)
    this.waiting.delete(request)
    if (this.waiting.size > 0) return
    this.worker?.unref()
    this.idle?.()
  }

  private timeOut(request: number, call: string, timeout: number): void {
    const waiting = this.waiting.get(request)
    if (!waiting) return
    this.forget(request, waiting)
    waiting.reject(new SimilarityTimeout(`similarity: ${call} took more than ${timeout} ms`))
    // What still runs in the thread holds up every later call, so it is stopped for good.
    void this.worker?.terminate()
  }

  private ended(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = undefined
    this.failAll(new SimilarityRestarted(`similarity restarts: ${error.message}`))
    if (this.closed || ++this.crashes > RESTARTS_IN_A_ROW) return
    this.worker = this.start()
    this.onRestart()
  }

  private failAll(error: Error): void {
    for (const [request, waiting] of [...this.waiting]) {
      this.forget(request, waiting)
      waiting.reject(error)
    }
  }
}
