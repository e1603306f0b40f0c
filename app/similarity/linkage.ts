import { addSparse, type Cluster, mayMeet, singleton } from './cluster.ts'
import type { Latent } from './latent.ts'
import { MergeQueue } from './merge-queue.ts'
import type { Neighbours } from './neighbours.ts'
import { RowLikeness } from './row-likeness.ts'
import type { Vectors } from './vectors.ts'

export interface LinkageInput {
  vectors: Vectors
  latent: Latent
  neighbours: Neighbours
  /** Weight of shared words against latent likeness, 0–1. */
  mix: number
  /** Group number of each row that people confirmed, -1 for the rest. */
  pinned: Int32Array
  /** No likeness below this is of interest. Mean likeness to a merged group never exceeds the better of its parts. */
  lowest: number
  /** Pairs of rows that must not meet. */
  apart: readonly (readonly [number, number])[]
}

const NEIGHBOURS_AT_MOST = 40
/** Neighbours this alike are kept however many there are. */
const NEARLY_THE_SAME = 0.8

/**
 * Average linkage along the neighbour graph: the two most alike neighbouring groups merge until none are `floor` alike.
 * Likeness of two groups is the mean over all their pairs, computed exactly from the sums of their vectors (the
 * sparse sums of large groups are cut to their heaviest terms). Returns the group of each row: its lowest row.
 */
export class Linkage {
  private readonly clusters: (Cluster | undefined)[]
  private readonly owner: Int32Array
  private readonly queue = new MergeQueue()

  constructor(private readonly input: LinkageInput) {
    const rows = input.vectors.ids.length
    this.owner = Int32Array.from({ length: rows }, (_, row) => row)
    this.clusters = Array.from({ length: rows }, (_, row) => singleton(input, row))
    for (const [a, b] of input.apart) {
      this.oppose(a, b)
      this.oppose(b, a)
    }
    this.mergePinned()
    this.mergeTwins()
    this.connect()
  }

  /** Merges down to `floor` and returns the group of each row. May be called again with a lower floor. */
  mergeTo(floor: number): Int32Array {
    for (let next = this.queue.peek(); next && next.likeness >= floor; next = this.queue.peek()) {
      this.queue.pop()
      const a = this.clusters[next.a]
      const b = this.clusters[next.b]
      if (!a || !b || a.version !== next.versionA || b.version !== next.versionB) continue
      if (!a.near.has(next.b)) continue
      this.merge(next.a, next.b)
      this.relink(next.a)
    }
    return this.owner.map((_, row) => this.find(row))
  }

  /** From here on only rows with the same number may meet. Groups made so far must agree with it. */
  separate(numbers: Int32Array): void {
    this.clusters.forEach((cluster, at) => {
      if (!cluster) return
      for (const other of cluster.near.keys()) if (numbers[other] !== numbers[at]) cluster.near.delete(other)
    })
  }

  private oppose(at: number, enemy: number): void {
    const cluster = this.clusters[at]
    if (cluster) cluster.enemies = new Set([...cluster.enemies, enemy])
  }

  private mergePinned(): void {
    const first = new Map<number, number>()
    this.input.pinned.forEach((group, row) => {
      if (group < 0) return
      const lead = first.get(group)
      if (lead === undefined) first.set(group, row)
      else this.merge(lead, row)
    })
  }

  /** Texts of the same words are one from the start: there may be more of them than a group has neighbours. */
  private mergeTwins(): void {
    const { vectors } = this.input
    const firsts = new Map<number, number[]>()
    for (let row = 0; row < this.owner.length; row++) {
      if (vectors.offsets[row] === vectors.offsets[row + 1]) continue
      const key = hashOfRow(vectors, row)
      const known = firsts.get(key)
      const twin = known?.find((other) => isSameRow(vectors, row, other))
      if (twin !== undefined) this.mergeWhereAllowed(this.find(twin), this.find(row))
      else if (known) known.push(row)
      else firsts.set(key, [row])
    }
  }

  private mergeWhereAllowed(a: number, b: number): void {
    const [low, high] = a < b ? [a, b] : [b, a]
    if (low !== high && mayMeet(this.clusters[low]!, this.clusters[high]!, high, low)) this.merge(low, high)
  }

  private connect(): void {
    const { vectors, latent, mix, neighbours } = this.input
    const { rows, k } = neighbours
    const likeness = new RowLikeness(vectors, latent, mix)
    for (let row = 0; row < this.owner.length; row++) {
      const a = this.find(row)
      likeness.from(row)
      for (let j = 0; j < k; j++) {
        const other = rows[row * k + j]!
        if (other < 0) break
        const b = this.find(other)
        if (a !== b) this.link(a, b, () => likeness.to(other))
      }
    }
    this.clusters.forEach((cluster, at) => {
      if (cluster) for (const [other] of cluster.near) if (other > at) this.propose(at, other)
    })
  }

  /** `ofRows` is how alike the two are when each is one row. */
  private link(a: number, b: number, ofRows: () => number): void {
    const [x, y] = [this.clusters[a]!, this.clusters[b]!]
    if (x.near.has(b) || !mayMeet(x, y, b, a)) return
    const likeness = x.size === 1 && y.size === 1 ? ofRows() : this.likeness(x, y)
    if (likeness < this.input.lowest) return
    x.near.set(b, likeness)
    y.near.set(a, likeness)
  }

  private propose(a: number, b: number): void {
    const [low, high] = a < b ? [a, b] : [b, a]
    const x = this.clusters[low]!
    const y = this.clusters[high]!
    this.queue.push({ likeness: x.near.get(high)!, a: low, b: high, versionA: x.version, versionB: y.version })
  }

  private find(row: number): number {
    let top = row
    while (this.owner[top] !== top) top = this.owner[top]!
    while (this.owner[row] !== top) [row, this.owner[row]] = [this.owner[row]!, top]
    return top
  }

  private likeness(x: Cluster, y: Cluster): number {
    const { mix } = this.input
    let words = 0
    for (let i = 0, j = 0; i < x.columns.length && j < y.columns.length; ) {
      const difference = x.columns[i]! - y.columns[j]!
      if (difference === 0) words += x.values[i++]! * y.values[j++]!
      else if (difference < 0) i++
      else j++
    }
    let meaning = 0
    if (mix < 1) for (let d = 0; d < x.dense.length; d++) meaning += x.dense[d]! * y.dense[d]!
    return (mix * words + (1 - mix) * meaning) / (x.size * y.size)
  }

  /** Puts b into a. Links of b become links of a, to be measured anew by `relink`. */
  private merge(a: number, b: number): void {
    const x = this.clusters[a]!
    const y = this.clusters[b]!
    const sum = addSparse(x, y)
    x.columns = sum.columns
    x.values = sum.values
    const dense = new Float64Array(x.dense.length)
    for (let d = 0; d < dense.length; d++) dense[d] = x.dense[d]! + y.dense[d]!
    x.dense = dense
    x.size += y.size
    x.version++
    if (x.pinned < 0) x.pinned = y.pinned
    for (const enemy of y.enemies) {
      this.oppose(a, enemy)
      this.oppose(this.find(enemy), a)
    }
    for (const [other] of y.near) {
      this.clusters[other]?.near.delete(b)
      if (other !== a) x.near.set(other, 0)
    }
    x.near.delete(b)
    this.clusters[b] = undefined
    this.owner[b] = a
  }

  private relink(a: number): void {
    const x = this.clusters[a]!
    const candidates: [number, number][] = []
    for (const [other] of x.near) {
      const y = this.clusters[other]!
      y.near.delete(a)
      const likeness = mayMeet(x, y, other, a) ? this.likeness(x, y) : 0
      if (likeness >= this.input.lowest) candidates.push([other, likeness])
    }
    const kept = candidates.length > NEIGHBOURS_AT_MOST ? mostAlike(candidates) : candidates
    x.near = new Map(kept)
    for (const [other, likeness] of kept) {
      this.clusters[other]!.near.set(a, likeness)
      this.propose(a, other)
    }
  }
}

function mostAlike(candidates: [number, number][]): [number, number][] {
  candidates.sort((p, q) => q[1] - p[1] || p[0] - q[0])
  return candidates.filter(([, likeness], at) => at < NEIGHBOURS_AT_MOST || likeness >= NEARLY_THE_SAME)
}

/** FNV-1a over the columns: rows of other words seldom have the same. */
function hashOfRow({ offsets, columns }: Vectors, row: number): number {
  let hash = 0x811c9dc5
  for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) hash = Math.imul(hash ^ columns[cell]!, 0x01000193)
  return hash
}

function isSameRow({ offsets, columns, values }: Vectors, a: number, b: number): boolean {
  const length = offsets[a + 1]! - offsets[a]!
  if (length !== offsets[b + 1]! - offsets[b]!) return false
  for (let i = 0; i < length; i++) {
    const [x, y] = [offsets[a]! + i, offsets[b]! + i]
    if (columns[x] !== columns[y] || values[x] !== values[y]) return false
  }
  return true
}
