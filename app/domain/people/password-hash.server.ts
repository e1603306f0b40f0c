import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the first choice of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password is the one that was hashed. Without a hash (nobody has the address, or the person has no
 * password) the same work is done against a hash of nothing, so that the time taken does not tell who has an account.
 */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  decoy ??= hash('nobody has this password', options)
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return matches && stored != null
}
