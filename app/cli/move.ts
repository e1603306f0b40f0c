import path from 'node:path'
import { parseArgs } from 'node:util'
import { databaseFile } from '../../db/location.ts'
import { plainly, refuse } from './plainly.ts'

/** `samsyn move --to postgres://…`: everything from the SQLite file into an empty PostgreSQL database. */
export async function move(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } })
  const to = values.to ?? ''
  if (!/^postgres(ql)?:/.test(to)) return refuse('Usage: samsyn move --to postgres://user@host/database\n')
  if (/^postgres(ql)?:/.test(process.env.DATABASE_URL ?? ''))
    return refuse('DATABASE_URL already names PostgreSQL: a move is from a SQLite file\n')
  const file = databaseFile()
  const { hasRows, isInUse } = await import('../../db/backup.ts')
  if (!hasRows(file)) return refuse(`There is nothing to move in ${file}\n`)
  if (isInUse(file)) return refuse(`${file} is in use: stop the server and the workers first\n`)
  const { openPostgres } = await import('../../db/postgres.ts')
  const { moveToPostgres } = await import('../../db/move.ts')
  const moved = await plainly(async () => {
    await (await openPostgres(to, path.resolve('migrations/postgres'))).close()
    await moveToPostgres(file, to, ({ table, rows }) => process.stdout.write(`${table}: ${rows}\n`))
  })
  if (!moved) return
  process.env.DATABASE_URL = to
  const { trail } = await import('./trail.ts')
  await trail(['verify'])
  process.stdout.write(
    'Every row is there. Now set DATABASE_URL and MEILI_HOST, run "samsyn search rebuild", and start the server.\n',
  )
}
