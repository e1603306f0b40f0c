import { Secret, TOTP } from 'otpauth'
import type { Role, RoleName } from './person.ts'

/** Roles with power over others' data and rights: nobody holds them by a password alone. */
const guardedRoles: readonly RoleName[] = ['coordinator', 'administrator']

export const isGuarded = ({ role }: Pick<Role, 'role'>) => guardedRoles.includes(role)

/** The scheme that every authenticator app knows (RFC 6238): six digits of SHA-1, new every half-minute. */
const scheme = { issuer: 'Samsyn', algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Clocks may differ by one half-minute in either direction. */
const stepsBeside = 1

export const recoveryCodeCount = 10

/** A new secret of 160 bits in base 32, as apps take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that a QR picture holds; the app shows the account under it. */
export function deviceAddress(secret: string, email: string): string {
  return new TOTP({ ...scheme, label: email, secret }).toString()
}

/** The secret in groups of four, to be typed where no picture can be read. */
export function typedSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}

/**
 * The half-minute, counted from 1970, that the code is right for; undefined when it is wrong, or when it or a later one
 * was accepted before (`lastStep`).
 */
export function stepOfCode(secret: string, code: string, instant: Date, lastStep: number | null): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const totp = new TOTP({ ...scheme, secret })
  const timestamp = instant.getTime()
  const beside = totp.validate({ token, timestamp, window: stepsBeside })
  if (beside === null) return undefined
  const step = totp.counter({ timestamp }) + beside
  return lastStep !== null && step <= lastStep ? undefined : step
}

/** A recovery code as it is hashed, however somebody typed it. */
export function plainRecoveryCode(code: string): string {
  return code.toLowerCase().replace(/[^0-9a-z]/g, '')
}
