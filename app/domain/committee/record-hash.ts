import { createHash } from 'node:crypto'
import { canonicalJson } from '../events/event.ts'

/**
 * SHA-256 of a record as JSON with sorted keys, in hexadecimal. Records hold a random `salt` that is never shown:
 * without it, whoever knows all but a masked word could guess the word and see whether the hash agrees.
 */
export function recordHash(record: Record<string, unknown>): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex')
}

/** What the hash of a decision covers: the whole row except the hash itself and what a later decision adds. */
export function decisionRecord<Row extends { hash: string; supersededById: string | null; decidedAt: Date }>(
  row: Row,
): Omit<Row, 'hash' | 'supersededById' | 'decidedAt'> & { decidedAt: string } {
  const { hash: _hash, supersededById: _later, decidedAt, ...content } = row
  return { ...content, decidedAt: decidedAt.toISOString() }
}
