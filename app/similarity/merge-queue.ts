/** Two groups that may merge, as they were when this was proposed. */
export interface Proposal {
  likeness: number
  a: number
  b: number
  versionA: number
  versionB: number
}

/** Most alike first; ties by the lower rows, so that the order of insertion never matters. */
export class MergeQueue {
  private readonly heap: Proposal[] = []

  peek(): Proposal | undefined {
    return this.heap[0]
  }

  push(proposal: Proposal): void {
    const { heap } = this
    heap.push(proposal)
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!first(heap[at]!, heap[parent]!)) return
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }

  pop(): void {
    const { heap } = this
    const last = heap.pop()
    if (!last || heap.length === 0) return
    heap[0] = last
    for (let at = 0; ; ) {
      let child = 2 * at + 1
      if (child >= heap.length) return
      if (child + 1 < heap.length && first(heap[child + 1]!, heap[child]!)) child++
      if (!first(heap[child]!, heap[at]!)) return
      ;[heap[child], heap[at]] = [heap[at]!, heap[child]!]
      at = child
    }
  }
}

function first(p: Proposal, q: Proposal): boolean {
  return p.likeness > q.likeness || (p.likeness === q.likeness && (p.a < q.a || (p.a === q.a && p.b < q.b)))
}
