import type Sqlite from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/**
 * Brings a file up to the schema. One process at a time does so: what is missing is looked up inside the lock, so that
 * a second one finds it done. The table is drizzle-kit's.
 */
export function migrateFile(connection: Sqlite.Database, migrationsFolder: string): void {
  // A rebuilt table would take its children with it, and inside a transaction the setting has no effect.
  connection.pragma('foreign_keys=OFF')
  connection
    .transaction(() => {
      connection.exec(
        'create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)',
      )
      const last = connection.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null
      for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
        if (folderMillis <= (last ?? 0)) continue
        for (const statement of sql) connection.exec(statement)
        connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(hash, folderMillis)
      }
    })
    .immediate()
  connection.pragma('foreign_keys=ON')
  if ((connection.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new Error('Foreign keys do not hold after migration')
}
