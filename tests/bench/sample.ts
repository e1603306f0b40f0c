/** Value below which `share` percent of the times lie, to a tenth. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
  return Math.round(value * 10) / 10
}

/** Does the work for each item, so many at once, and says how fast it went and how much of it failed. */
export async function sampleOf<Item>(items: Item[], atOnce: number, work: (item: Item) => Promise<boolean>) {
  const times: number[] = []
  let failures = 0
  let next = 0
  const started = performance.now()
  const one = async () => {
    while (next < items.length) {
      const item = items[next++] as Item
      const begun = performance.now()
      if (!(await work(item))) failures += 1
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const seconds = (performance.now() - started) / 1000
  return { perSecond: items.length / seconds, p95: percentile(times, 95), failures }
}
