import path from 'node:path'

/** The SQLite file that the configuration names. With PostgreSQL there is none. */
export function databaseFile(): string {
  return (
    process.env.DATABASE_URL?.replace(/^(sqlite|file):/, '') ||
    path.join(process.env.SAMSYN_DATA ?? 'data', 'samsyn.db')
  )
}
