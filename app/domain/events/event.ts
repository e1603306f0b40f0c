import { createHash } from 'node:crypto'

export interface EventContent {
  at: Date
  actorId: string | null
  actingForId: string | null
  verb: string
  noun: string
  nounId: string
  change: Record<string, unknown>
}

export const firstHash = '0'.repeat(64)

/** SHA-256 over the previous hash and the event itself, so that an edited or missing row breaks the chain. */
export function eventHash(previousHash: string, event: EventContent): string {
  const content = [
    previousHash,
    event.at.toISOString(),
    event.actorId ?? '',
    event.actingForId ?? '',
    event.verb,
    event.noun,
    event.nounId,
    canonicalJson(event.change),
  ]
  return createHash('sha256').update(content.join('\n')).digest('hex')
}

/** JSON with sorted keys: jsonb does not keep their order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, content]) => `${JSON.stringify(key)}:${canonicalJson(content)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
