/** How well groups agree with labels: B-cubed F (Bagga and Baldwin 1998) and the adjusted Rand index. */
export interface Agreement {
  b3f: number
  ari: number
}

/** `labels` and `groups` name those of the same texts in the same order. */
export function agreement(labels: readonly string[], groups: readonly string[]): Agreement {
  const both = counted(labels.map((label, at) => JSON.stringify([label, groups[at]])))
  const ofLabel = counted(labels)
  const ofGroup = counted(groups)
  let [precision, recall] = [0, 0]
  for (const [key, shared] of both) {
    const [label, group] = JSON.parse(key) as [string, string]
    precision += (shared * shared) / ofGroup.get(group)!
    recall += (shared * shared) / ofLabel.get(label)!
  }
  const all = (labels.length * (labels.length - 1)) / 2
  const expected = (pairs(ofLabel) * pairs(ofGroup)) / Math.max(1, all)
  const most = (pairs(ofLabel) + pairs(ofGroup)) / 2
  return {
    b3f: (2 * precision * recall) / (precision + recall) / labels.length,
    ari: most === expected ? 1 : (pairs(both) - expected) / (most - expected),
  }
}

/** Mean reciprocal rank among the first ten, and the share of queries answered among the first five. */
export interface Retrieval {
  mrr: number
  hit5: number
}

/** What is relevant to each query by its id, and what was found, best first. */
export function retrieval(
  relevant: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, readonly string[]>,
): Retrieval {
  let [mrr, hit5] = [0, 0]
  for (const [id, right] of relevant) {
    const rank = (found.get(id) ?? []).slice(0, 10).findIndex((one) => right.includes(one)) + 1
    if (rank > 0) mrr += 1 / rank
    if (rank > 0 && rank <= 5) hit5++
  }
  return { mrr: mrr / relevant.size, hit5: hit5 / relevant.size }
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function pairs(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
