/** From a SQLite file into an empty PostgreSQL database, every row of every table. */
import Sqlite from 'better-sqlite3'
import pg from 'pg'

/** What keeps a database from being moved, in a sentence that says what to do. */
export class MoveRefused extends Error {}

interface Column {
  name: string
  type: string
}
export interface MovedTable {
  table: string
  rows: number
}

const batchSize = 500
/** What the built-in search keeps: Meilisearch is filled anew. */
const leftBehind = ['search_documents']

/**
 * Copies everything in one transaction: either all is there afterwards, or nothing. The tables have been made, by the
 * migrations, and are empty.
 */
export async function moveToPostgres(
  file: string,
  url: string,
  onTable: (moved: MovedTable) => void = () => {},
): Promise<MovedTable[]> {
  const source = new Sqlite(file, { readonly: true, fileMustExist: true })
  const target = new pg.Client({ connectionString: url })
  await target.connect()
  try {
    await target.query('begin')
    source.exec('begin')
    const tables = await listTables(target)
    for (const table of tables) await refuseUnlessEmpty(target, table)
    await setReferences(target, 'deferrable initially deferred')
    const moved: MovedTable[] = []
    for (const table of tables) {
      moved.push({ table, rows: await moveTable(source, target, table) })
      onTable(moved.at(-1) as MovedTable)
    }
    await target.query('set constraints all immediate')
    await setReferences(target, 'not deferrable')
    await target.query('commit')
    return moved
  } finally {
    source.close()
    await target.end()
  }
}

async function listTables(target: pg.Client): Promise<string[]> {
  const { rows } = await target.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  )
  return rows.map(({ name }) => name).filter((name) => !leftBehind.includes(name))
}

async function refuseUnlessEmpty(target: pg.Client, table: string): Promise<void> {
  const { rowCount } = await target.query(`select 1 from "${table}" limit 1`)
  if (rowCount) throw new MoveRefused(`The PostgreSQL database is not empty: there are rows in ${table}`)
}

/** References are looked at when all rows are there: some tables refer to themselves, and some to one another. */
async function setReferences(target: pg.Client, when: string): Promise<void> {
  const { rows } = await target.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of rows) await target.query(`alter table ${table} alter constraint "${name}" ${when}`)
}

async function moveTable(source: Sqlite.Database, target: pg.Client, table: string): Promise<number> {
  const columns = await listColumns(target, table)
  const known = (source.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name).sort()
  if (columns.map(({ name }) => name).join() !== known.join())
    throw new MoveRefused(`The table ${table} is of another version: start the server once on the SQLite file first`)
  let batch: Record<string, unknown>[] = []
  let rows = 0
  const send = async () => {
    // PostgreSQL itself turns what JSON says into the types of the columns.
    await target.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1)`, [
      JSON.stringify(batch),
    ])
    rows += batch.length
    batch = []
  }
  for (const row of source.prepare(`select * from "${table}"`).iterate() as IterableIterator<Record<string, unknown>>) {
    batch.push(Object.fromEntries(columns.map(({ name, type }) => [name, inPostgres(row[name], type)])))
    if (batch.length === batchSize) await send()
  }
  if (batch.length > 0) await send()
  await continueNumbers(target, table, columns)
  await verifyCount(target, table, rows)
  return rows
}

async function listColumns(target: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await target.query<Column>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by column_name collate "C"`,
    [table],
  )
  return rows
}

/** SQLite keeps instants as milliseconds, truths as 0 and 1, JSON as text. */
function inPostgres(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null
  if (type.startsWith('timestamp')) return new Date(Number(value)).toISOString()
  if (type === 'boolean') return value === 1
  if (type === 'jsonb') return JSON.parse(String(value))
  return value
}

/** The next event is numbered after the last one that came along. */
async function continueNumbers(target: pg.Client, table: string, columns: Column[]): Promise<void> {
  for (const { name } of columns) {
    const { rows } = await target.query<{ sequence: string | null }>(
      'select pg_get_serial_sequence($1, $2) as sequence',
      [`"${table}"`, name],
    )
    const sequence = rows[0]?.sequence
    if (sequence)
      await target.query(`select setval($1, max("${name}")) from "${table}" having max("${name}") is not null`, [
        sequence,
      ])
  }
}

async function verifyCount(target: pg.Client, table: string, wanted: number): Promise<void> {
  const { rows } = await target.query<{ count: number }>(`select count(*)::int as count from "${table}"`)
  if (rows[0]?.count !== wanted)
    throw new MoveRefused(`${table} has ${wanted} rows and only ${rows[0]?.count} came along`)
}
