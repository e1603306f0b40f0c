/** A weighted undirected graph: both directions of each edge are listed. */
export interface Graph {
  offsets: Int32Array
  targets: Int32Array
  weights: Float64Array
  /** Weight inside each node, for nodes that stand for several. */
  loops: Float64Array
}

/** What may not be in one community: nodes with different pins (-1 is none) and nodes that are enemies. */
export interface Separation {
  pins: Int32Array
  enemies: ReadonlyMap<number, ReadonlySet<number>>
}

/**
 * Communities by modularity (Louvain: Blondel et al. 2008) with a resolution: higher gives smaller communities.
 * Nodes with the same pin start together. Nodes are visited in order and ties go to the lower community, so the
 * answer depends on nothing but the graph. Returns the community of each node.
 */
export function communities(graph: Graph, separation: Separation, resolution: number): Int32Array {
  let { numbered, count } = renumber(startTogether(separation.pins))
  let membership = numbered
  let current = aggregate(graph, numbered, count)
  let kept = carry(separation, numbered, count)
  for (let level = 0; level < 20; level++) {
    ;({ numbered, count } = renumber(moveNodes(current, kept, resolution)))
    membership = membership.map((node) => numbered[node]!)
    if (count === current.loops.length) break
    current = aggregate(current, numbered, count)
    kept = carry(kept, numbered, count)
  }
  return membership
}

function startTogether(pins: Int32Array): Int32Array {
  const first = new Map<number, number>()
  return pins.map((pin, node) => {
    if (pin < 0) return node
    const lead = first.get(pin)
    if (lead === undefined) first.set(pin, node)
    return lead ?? node
  })
}

/** The separation of groups of nodes. */
function carry(separation: Separation, group: Int32Array, count: number): Separation {
  const pins = new Int32Array(count).fill(-1)
  const enemies = new Map<number, Set<number>>()
  group.forEach((to, node) => {
    if (separation.pins[node]! >= 0) pins[to] = separation.pins[node]!
    for (const enemy of separation.enemies.get(node) ?? []) {
      const known = enemies.get(to)
      if (known) known.add(group[enemy]!)
      else enemies.set(to, new Set([group[enemy]!]))
    }
  })
  return { pins, enemies }
}

function moveNodes(graph: Graph, separation: Separation, resolution: number): Int32Array {
  const count = graph.loops.length
  const community = Int32Array.from({ length: count }, (_, node) => node)
  const degree = new Float64Array(count)
  let total = 0
  for (let node = 0; node < count; node++) {
    let sum = 2 * graph.loops[node]!
    for (let i = graph.offsets[node]!; i < graph.offsets[node + 1]!; i++) sum += graph.weights[i]!
    degree[node] = sum
    total += sum
  }
  if (total === 0) return community
  const volume = degree.slice()
  const toward = new Float64Array(count)
  for (let pass = 0; pass < 50; pass++) {
    let moves = 0
    for (let node = 0; node < count; node++) {
      // A pinned node stays where it is and lets others come: otherwise its community could lose its pin.
      if (separation.pins[node]! >= 0) continue
      const own = community[node]!
      const seen: number[] = []
      for (let i = graph.offsets[node]!; i < graph.offsets[node + 1]!; i++) {
        const other = community[graph.targets[i]!]!
        if (toward[other] === 0) seen.push(other)
        toward[other]! += graph.weights[i]!
      }
      volume[own]! -= degree[node]!
      const barred = new Set([...(separation.enemies.get(node) ?? [])].map((enemy) => community[enemy]!))
      let best = own
      let bestGain = toward[own]! - (resolution * degree[node]! * volume[own]!) / total
      for (const other of seen) {
        if (barred.has(other)) continue
        const gain = toward[other]! - (resolution * degree[node]! * volume[other]!) / total
        if (gain > bestGain + 1e-12 || (gain > bestGain - 1e-12 && other < best && best !== own)) {
          best = other
          bestGain = gain
        }
      }
      volume[best]! += degree[node]!
      if (best !== own) {
        community[node] = best
        moves++
      }
      toward[own] = 0
      for (const other of seen) toward[other] = 0
    }
    if (moves <= count / 2000) break
  }
  return community
}

function renumber(community: Int32Array): { numbered: Int32Array; count: number } {
  const numbers = new Map<number, number>()
  const numbered = community.map((name) => {
    let number = numbers.get(name)
    if (number === undefined) {
      number = numbers.size
      numbers.set(name, number)
    }
    return number
  })
  return { numbered, count: numbers.size }
}

/** The graph whose nodes are the given groups of nodes. */
export function aggregate(graph: Graph, group: Int32Array, count: number): Graph {
  const members = Int32Array.from(group.keys()).sort((a, b) => group[a]! - group[b]! || a - b)
  const loops = new Float64Array(count)
  const offsets = new Int32Array(count + 1)
  const targets: number[] = []
  const weights: number[] = []
  const toward = new Float64Array(count)
  let at = 0
  for (let from = 0; from < count; from++) {
    const seen: number[] = []
    for (; at < members.length && group[members[at]!] === from; at++) {
      const node = members[at]!
      loops[from]! += graph.loops[node]!
      for (let i = graph.offsets[node]!; i < graph.offsets[node + 1]!; i++) {
        const to = group[graph.targets[i]!]!
        if (to === from) loops[from]! += graph.weights[i]! / 2
        else {
          if (toward[to] === 0) seen.push(to)
          toward[to]! += graph.weights[i]!
        }
      }
    }
    for (const to of seen) {
      targets.push(to)
      weights.push(toward[to]!)
      toward[to] = 0
    }
    offsets[from + 1] = targets.length
  }
  return { offsets, targets: Int32Array.from(targets), weights: Float64Array.from(weights), loops }
}
