/**
 * One schema, two engines. The engine is chosen by the environment when the module loads; the types are
 * always those of pg-core, the smaller and async-only surface. Use only what is exported here: builder
 * methods that PostgreSQL alone has (.array(), .defaultNow() …) throw at load under SQLite, so the first
 * test run catches them.
 */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'

export const dialect: 'sqlite' | 'postgres' =
  process.env.DB_DIALECT === 'postgres' || /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
    ? 'postgres'
    : 'sqlite'
const postgres = dialect === 'postgres'
const as = <T>(x: unknown) => x as T

export const table = as<typeof p.pgTable>(postgres ? p.pgTable : s.sqliteTable)
export const index = as<typeof p.index>(postgres ? p.index : s.index)
export const uniqueIndex = as<typeof p.uniqueIndex>(postgres ? p.uniqueIndex : s.uniqueIndex)
export const primaryKey = as<typeof p.primaryKey>(postgres ? p.primaryKey : s.primaryKey)
export const alias = as<typeof p.alias>(postgres ? p.alias : s.alias)

export const text = as<typeof p.text>(postgres ? p.text : s.text)
export const integer = as<typeof p.integer>(postgres ? p.integer : s.integer)
export const real = as<typeof p.doublePrecision>(postgres ? p.doublePrecision : s.real)

const pgBigint = (name: string) => p.bigint(name, { mode: 'number' })
/** 64-bit integer as a JavaScript number (safe to 2^53). */
export const bigint = (name: string) =>
  postgres ? pgBigint(name) : as<ReturnType<typeof pgBigint>>(s.integer(name, { mode: 'number' }))

export const boolean = (name: string) =>
  postgres ? p.boolean(name) : as<ReturnType<typeof p.boolean>>(s.integer(name, { mode: 'boolean' }))

const pgTimestamp = (name: string) => p.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
/** An instant to the millisecond; the value is a Date. */
export const timestamp = (name: string) =>
  postgres ? pgTimestamp(name) : as<ReturnType<typeof pgTimestamp>>(s.integer(name, { mode: 'timestamp_ms' }))

const pgJson = <T>(name: string) => p.jsonb(name).$type<T>()
export const json = <T>(name: string) =>
  postgres ? pgJson<T>(name) : as<ReturnType<typeof pgJson<T>>>(s.text(name, { mode: 'json' }).$type<T>())

const pgSerial = (name: string) => p.integer(name).primaryKey().generatedByDefaultAsIdentity()
export const serial = (name: string) =>
  postgres ? pgSerial(name) : as<ReturnType<typeof pgSerial>>(s.integer(name).primaryKey({ autoIncrement: true }))

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
/** 100 random bits in 20 characters that cannot be mistaken for one another: unguessable in a URL. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('')
}

export const id = () => text('id').primaryKey().$defaultFn(newId)
export const createdAt = () =>
  timestamp('created_at')
    .notNull()
    .$defaultFn(() => new Date())

/** The few SQL fragments that differ between the engines. */
export const fn = {
  /** Case-insensitive contains, also for å, ä and ö (the SQLite connection registers a Unicode lower()). */
  contains: (column: AnyColumn, words: string): SQL =>
    sql`lower(${column}) like ${`%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
  /** The text under a key of a JSON object; empty where it has none. */
  textOf: (column: AnyColumn, key: string): SQL<string> =>
    postgres
      ? sql<string>`coalesce(${column} ->> ${key}::text, '')`
      : sql<string>`coalesce(json_extract(${column}, ${`$."${key}"`}), '')`,
}
