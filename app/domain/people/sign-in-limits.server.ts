import { createHash } from 'node:crypto'
import { and, asc, count, eq, gt, inArray, lt } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { signInAttempts } from '../../../db/schema/people.ts'
import { Refusal } from '../refusal.ts'

const windowMs = 15 * 60_000
/** Failures within the window after which an account, or an address of the network, has to wait. */
const limits = { account: 5, address: 40 } as const
type Kind = keyof typeof limits

export interface Attempt {
  ids: string[]
  accountKey: string
}

const keyOf = (kind: Kind, value: string) => `${kind}:${createHash('sha256').update(value).digest('hex').slice(0, 32)}`

/**
 * Counts an attempt BEFORE the password is looked at, so that many at once do not slip through together, and refuses
 * with `tooManyAttempts` (minutes to wait) when there have been too many. Kept in the database: it holds for all
 * processes together and survives a restart. Only hashes of addresses are kept.
 */
export async function countAttempt(email: string, address: string, instant: Date): Promise<Attempt> {
  const keys = { account: keyOf('account', email), address: keyOf('address', address) }
  const since = new Date(instant.getTime() - windowMs)
  await db.delete(signInAttempts).where(lt(signInAttempts.at, since))
  const ids: string[] = []
  for (const kind of ['account', 'address'] as const) {
    const row = { id: newId(), key: keys[kind], at: instant }
    await db.insert(signInAttempts).values(row)
    ids.push(row.id)
  }
  for (const kind of ['account', 'address'] as const) {
    const recent = and(eq(signInAttempts.key, keys[kind]), gt(signInAttempts.at, since))
    const [row] = await db.select({ attempts: count() }).from(signInAttempts).where(recent)
    if ((row?.attempts ?? 0) <= limits[kind]) continue
    // What is refused was no attempt at a password: counting it would let a neighbour prolong the wait for ever.
    await db.delete(signInAttempts).where(inArray(signInAttempts.id, ids))
    throw new Refusal('tooManyAttempts', { minutes: await minutesLeft(keys[kind], since, instant) })
  }
  return { ids, accountKey: keys.account }
}

/** Forgets an attempt that succeeded, and the failures of the account before it. */
export async function forgetAttempts({ ids, accountKey }: Attempt): Promise<void> {
  await db.delete(signInAttempts).where(inArray(signInAttempts.id, ids))
  await db.delete(signInAttempts).where(eq(signInAttempts.key, accountKey))
}

async function minutesLeft(key: string, since: Date, instant: Date): Promise<number> {
  const [oldest] = await db
    .select({ at: signInAttempts.at })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.key, key), gt(signInAttempts.at, since)))
    .orderBy(asc(signInAttempts.at))
    .limit(1)
  const freeAt = (oldest?.at.getTime() ?? instant.getTime()) + windowMs
  return Math.max(1, Math.ceil((freeAt - instant.getTime()) / 60_000))
}
