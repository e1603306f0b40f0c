import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { databaseFile } from '../../db/location.ts'
import { plainly, refuse } from './plainly.ts'

const inPostgres = 'The database is PostgreSQL: use its own pg_dump and pg_restore. See db/README.md.\n'
const usesPostgres = () => /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')

/** `samsyn backup FILE`: a copy of the SQLite database, also while the server runs. */
export async function backup([to, ...more]: string[]): Promise<void> {
  if (!to || more.length > 0) return refuse('Usage: samsyn backup FILE\n')
  if (usesPostgres()) return refuse(inPostgres)
  const { copyDatabase } = await import('../../db/backup.ts')
  if (!(await plainly(() => copyDatabase(databaseFile(), to)))) return
  process.stdout.write(`${to} is a whole copy of ${databaseFile()}\n`)
}

/**
 * `samsyn restore FILE [--replace]`: puts a copy in the place of the SQLite database, once it has been found whole and
 * been brought up to the schema. What stood there before is kept beside it.
 */
export async function restore(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [from, ...more] = positionals
  if (!from || more.length > 0) return refuse('Usage: samsyn restore FILE [--replace]\n')
  if (usesPostgres()) return refuse(inPostgres)
  const file = databaseFile()
  if (!existsSync(from)) return refuse(`There is no file ${from}\n`)
  const { checkDatabase, hasRows, isInUse, putInPlace, removeDatabase, stageBeside } = await import(
    '../../db/backup.ts'
  )
  if (isInUse(file)) return refuse(`${file} is in use: stop the server and the workers first\n`)
  if (hasRows(file) && !values.replace)
    return refuse(`${file} is not empty: say --replace to put the copy in its place (it is kept beside it)\n`)
  const staged = stageBeside(file, from)
  if (!(await plainly(async () => checkDatabase(staged, from)))) return removeDatabase(staged)
  const events = await verifiedEvents(staged)
  if (events === undefined) {
    removeDatabase(staged)
    return refuse(`The trail of ${from} is broken: nothing was restored\n`)
  }
  checkDatabase(staged, from)
  const kept = putInPlace(staged, file)
  process.stdout.write(`${file} is restored from ${from}, ${events} events in an unbroken trail\n`)
  if (kept) process.stdout.write(`What stood there before is ${kept}\n`)
  if (process.env.MEILI_HOST) process.stdout.write('Now read everything into search anew: samsyn search rebuild\n')
}

/** Opens the file as the database, which brings it up to the schema, and goes through its trail. */
async function verifiedEvents(file: string): Promise<number | undefined> {
  process.env.DATABASE_URL = file
  const { closeDatabase } = await import('../../db/client.ts')
  const { verifyTrail } = await import('../domain/events/trail.server.ts')
  const report = await verifyTrail()
  await closeDatabase()
  return report.faults.length === 0 ? report.checked : undefined
}
