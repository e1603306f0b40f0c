import Sqlite from 'better-sqlite3'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { type Database, type Db, type Transaction, transactions } from './database.ts'
import { migrateFile } from './sqlite-migration.ts'

type Statement = Sqlite.Statement<unknown[], unknown>
type Method = 'run' | 'all' | 'values' | 'get' | 'objects'

/** How long a writer may wait for its turn before it is told that something holds the database. */
const waitLimit = 30_000
/** How long the thread itself may wait for another process; after that, other requests have their turn meanwhile. */
const blockedMs = 20
/** How long writers may follow one another before others have their turn of the event loop. */
const turnMs = 15

function connect(file: string) {
  const connection = new Sqlite(file)
  for (const setting of [
    `busy_timeout=${waitLimit}`,
    'journal_mode=WAL',
    'synchronous=FULL',
    'foreign_keys=ON',
    'cache_size=-32000',
    'temp_store=MEMORY',
  ])
    connection.pragma(setting)
  connection.function('lower', { deterministic: true }, (value: unknown) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  )
  return connection
}

/** Another process is writing: its turn ends, and then it is ours. */
async function patiently<T>(work: () => T): Promise<T> {
  const until = Date.now() + waitLimit
  for (;;)
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) || Date.now() > until)
        throw error
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 10))
    }
}

class Connection {
  private readonly statements = new Map<string, Statement>()
  constructor(readonly raw: Sqlite.Database) {}

  prepare(query: string): Statement {
    let statement = this.statements.get(query)
    if (!statement) {
      if (this.statements.size > 500) this.statements.clear()
      statement = this.raw.prepare<unknown[], unknown>(query)
      this.statements.set(query, statement)
    }
    return statement
  }

  execute(query: string, parameters: unknown[], method: Method) {
    const statement = this.prepare(query)
    if (!statement.reader) return { rows: [], rowCount: statement.run(...parameters).changes }
    statement.raw(method !== 'objects')
    return method === 'get'
      ? { rows: statement.get(...parameters) as unknown[] }
      : { rows: statement.all(...parameters) }
  }
}

export async function openSqlite(file: string, migrationsFolder: string): Promise<Database> {
  const writer = new Connection(connect(file))
  migrateFile(writer.raw, migrationsFolder)
  writer.raw.pragma(`busy_timeout=${blockedMs}`)
  const reader = new Connection(connect(file))
  reader.raw.pragma('query_only=ON')

  // One writer at a time in this process: a write outside an open transaction would otherwise block the
  // event loop on busy_timeout, and the transaction could never finish.
  let queue: Promise<unknown> = Promise.resolve()
  // Writers that wait for one another follow within one turn of the event loop: without an end to it nobody who only
  // reads would be answered before the last of them.
  let began = performance.now()
  async function endLongTurn(): Promise<void> {
    if (performance.now() - began < turnMs) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    began = performance.now()
  }
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    let expired = false
    const turn = queue.then(() => {
      clearTimeout(timer)
      if (expired) throw new Error('The database was busy for too long')
      return work()
    })
    const timer = setTimeout(() => {
      expired = true
    }, waitLimit)
    queue = turn.catch(() => {}).then(endLongTurn)
    return turn
  }

  const run = async (query: string, parameters: unknown[], method: Method) => {
    const current = transactions.getStore()
    if (current?.open) return writer.execute(query, parameters, method)
    if (current) throw new Error('A query came after its transaction had ended (missing await?)')
    if (reader.prepare(query).readonly) return reader.execute(query, parameters, method)
    return inTurn(() => patiently(() => writer.execute(query, parameters, method)))
  }

  async function savepoint<T>(outer: Transaction, work: () => Promise<T>): Promise<T> {
    const name = `level${++outer.depth}`
    writer.raw.exec(`savepoint ${name}`)
    try {
      const result = await work()
      writer.raw.exec(`release ${name}`)
      return result
    } catch (error) {
      writer.raw.exec(`rollback to ${name}; release ${name}`)
      throw error
    }
  }

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    const outer = transactions.getStore()
    if (outer?.open) return savepoint(outer, work)
    const own: Transaction = { open: true, depth: 0, client: writer, after: [] }
    const result = await inTurn(async () => {
      await patiently(() => writer.raw.exec('begin immediate'))
      try {
        const value = await transactions.run(own, work)
        own.open = false
        writer.raw.exec('commit')
        return value
      } catch (error) {
        own.open = false
        if (writer.raw.inTransaction) writer.raw.exec('rollback')
        throw error
      }
    })
    for (const after of own.after) after()
    return result
  }

  const dialect = new SQLiteAsyncDialect()
  return {
    db: drizzle(run as Parameters<typeof drizzle>[0]) as unknown as Db,
    transaction,
    afterCommit(work) {
      const current = transactions.getStore()
      if (current?.open) current.after.push(() => transactions.exit(work))
      else transactions.exit(work)
    },
    async rows<T>(query: Parameters<Database['rows']>[0]) {
      const compiled = dialect.sqlToQuery(query)
      return (await run(compiled.sql, compiled.params, 'objects')).rows as T[]
    },
    async close() {
      await inTurn(() => {})
      reader.raw.close()
      writer.raw.close()
    },
  }
}
