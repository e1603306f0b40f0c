/** A set of members found by grouping, before it has an id. `pin` is the id of the confirmed group it contains. */
export interface FoundGroup {
  members: string[]
  pin: string | undefined
}

/**
 * Gives each group the id of the previous group it shares most members with (the largest share of the union first,
 * ties by id). Confirmed groups keep their id and take no other's. A new group is named after its lowest member.
 */
export function identify(groups: readonly FoundGroup[], previous: Readonly<Record<string, string>>): string[] {
  const ids = groups.map((group) => group.pin)
  const taken = new Set(ids.filter((id) => id !== undefined))
  const before = new Map<string, number>()
  for (const id of Object.values(previous)) before.set(id, (before.get(id) ?? 0) + 1)
  const claims: { at: number; id: string; share: number }[] = []
  groups.forEach((group, at) => {
    if (group.pin !== undefined) return
    const overlap = new Map<string, number>()
    for (const member of group.members) {
      const id = Object.hasOwn(previous, member) ? previous[member] : undefined
      if (id !== undefined) overlap.set(id, (overlap.get(id) ?? 0) + 1)
    }
    for (const [id, count] of overlap)
      claims.push({ at, id, share: count / (group.members.length + before.get(id)! - count) })
  })
  claims.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.at - b.at))
  for (const { at, id } of claims) {
    if (ids[at] !== undefined || taken.has(id)) continue
    ids[at] = id
    taken.add(id)
  }
  return ids.map((id, at) => {
    if (id !== undefined) return id
    const lowest = groups[at]!.members.reduce((low, member) => (member < low ? member : low))
    let fresh = `group-${fingerprint(lowest)}`
    for (let n = 2; taken.has(fresh) || before.has(fresh); n++) fresh = `group-${fingerprint(lowest)}-${n}`
    taken.add(fresh)
    return fresh
  })
}

/** FNV-1a, 52 bits in hexadecimal: short, and the same for the same text everywhere. */
function fingerprint(text: string): string {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b) >>> 0
  }
  return low.toString(16).padStart(8, '0') + (high & 0xfffff).toString(16).padStart(5, '0')
}
