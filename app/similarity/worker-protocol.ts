import type { Engine } from './engine.ts'

/** What the host may ask a worker to do. */
export type EngineCall = Exclude<
  { [K in keyof Engine]: Engine[K] extends (...args: never[]) => unknown ? K : never }[keyof Engine],
  never
>

export interface WorkerRequest {
  request: number
  call: EngineCall
  args: unknown[]
}

/** Long lists come in several parts, so that receiving them never holds up the main thread for long. */
export type WorkerReply =
  | { request: number; part: unknown[] }
  | { request: number; done: unknown }
  | { request: number; failed: { message: string; stack: string | undefined } }
