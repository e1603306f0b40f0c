import { parentPort, workerData } from 'node:worker_threads'
import { createEngine, type Engine, type EngineOptions } from './engine.ts'
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts'

const PART_WEIGHT = 4000

const engine = createEngine((workerData as { options: EngineOptions }).options)
const port = parentPort
if (!port) throw new Error('similarity-worker.ts runs as a worker thread only')

port.on('message', ({ request, call, args }: WorkerRequest) => {
  const reply = (message: WorkerReply) => port.postMessage(message)
  try {
    const method = engine[call] as (...values: unknown[]) => unknown
    const done = method.apply(engine as Engine, args)
    if (!Array.isArray(done)) return reply({ request, done })
    for (const part of parts(done)) reply({ request, part })
    reply({ request, done: undefined })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    reply({ request, failed: { message, stack } })
  }
})

function* parts(list: unknown[]): Generator<unknown[]> {
  let from = 0
  let weight = 0
  for (let at = 0; at < list.length; at++) {
    const members = (list[at] as { members?: unknown[] } | null)?.members
    weight += members?.length ?? 1
    if (weight < PART_WEIGHT) continue
    yield list.slice(from, at + 1)
    from = at + 1
    weight = 0
  }
  yield list.slice(from)
}
