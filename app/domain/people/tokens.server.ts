import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link: 256 random bits, in letters that survive any mail program. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: a copy of the table opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
