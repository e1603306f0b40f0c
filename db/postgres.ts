import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { type Database, type Db, type Transaction, transactions } from './database.ts'

const migrationLock = 727_271
const writerLock = 727_272

export async function openPostgres(url: string, migrationsFolder: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.DATABASE_POOL ?? 10),
    // A writer that waits longer than this for its turn is told so rather than left hanging.
    options: '-c lock_timeout=30000',
  })
  // A connection that is lost, idle or in the middle of a transaction, ends that transaction and not the process.
  pool.on('connect', (client) => client.on('error', (error) => process.stderr.write(`PostgreSQL: ${error.message}\n`)))
  pool.on('error', () => {})
  await migrateUnderLock(pool, migrationsFolder)
  const base = drizzle(pool)

  const current = (): NodePgDatabase => {
    const own = transactions.getStore()
    if (own && !own.open) throw new Error('A query came after its transaction had ended (missing await?)')
    return (own?.client as NodePgDatabase | undefined) ?? base
  }
  const db = new Proxy(base, {
    get(_, key) {
      const client = current()
      const value = client[key as keyof NodePgDatabase] as unknown
      return typeof value === 'function' ? value.bind(client) : value
    },
  })

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    const outer = transactions.getStore()
    const after: (() => void)[] = outer?.open ? outer.after : []
    const body = (client: unknown) => {
      const own: Transaction = { open: true, depth: 0, client, after }
      return transactions.run(own, () =>
        work().finally(() => {
          own.open = false
        }),
      )
    }
    if (outer?.open) return (outer.client as NodePgDatabase).transaction(body)
    // Writers queue on one advisory lock, as SQLite's do by nature. The event chain needs that order
    // anyway, and with it READ COMMITTED shows a transaction everything that was committed before it.
    const result = await base.transaction(async (client) => {
      await client.execute(sql`select pg_advisory_xact_lock(${writerLock})`)
      return body(client)
    })
    for (const work of after) work()
    return result
  }

  return {
    db: db as unknown as Db,
    transaction,
    afterCommit(work) {
      const own = transactions.getStore()
      if (own?.open) own.after.push(() => transactions.exit(work))
      else transactions.exit(work)
    },
    async rows<T>(query: Parameters<Database['rows']>[0]) {
      return (await current().execute(query)).rows as T[]
    },
    close: () => pool.end(),
  }
}

async function migrateUnderLock(pool: pg.Pool, migrationsFolder: string) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    client.release()
  }
}
