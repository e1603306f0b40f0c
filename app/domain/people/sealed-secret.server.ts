import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/*
 * Secrets that have to be read again, unlike passwords, are encrypted (AES-256-GCM) with the key of the installation:
 * a copy of the database alone shows none. The key is SAMSYN_KEY, or a file beside the data that is made when first needed.
 */

const algorithm = 'aes-256-gcm'

export function sealSecret(secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key(), nonce)
  const content = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [nonce, content, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')
}

/** Undefined when it was sealed with another key: the secret is lost. */
export function openSecret(sealed: string): string | undefined {
  const [nonce, content, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!nonce || !content || !tag) return undefined
  try {
    const decipher = createDecipheriv(algorithm, key(), nonce)
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

let kept: Buffer | undefined

function key(): Buffer {
  kept ??= createHash('sha256')
    .update(process.env.SAMSYN_KEY ?? keyFile())
    .digest()
  return kept
}

function keyFile(): string {
  const folder = process.env.SAMSYN_DATA ?? 'data'
  const file = path.join(folder, 'key')
  mkdirSync(folder, { recursive: true })
  try {
    // Fails where another process was first: then its key is the key.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
