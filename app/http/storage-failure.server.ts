/** Codes of SQLite, PostgreSQL and the system that say: nothing can be written now. Nothing is wrong with what was sent. */
const codes = [
  /^SQLITE_(FULL|READONLY|IOERR|BUSY|LOCKED|CANTOPEN)/,
  // disk full, out of memory, too many connections, read-only transaction, lock not available, shutting down.
  /^(53100|53200|53300|25006|55P03|57P0[123]|08\d{3})$/,
  /^(ENOSPC|EROFS|ECONNREFUSED|ECONNRESET|EPIPE)$/,
]

/** Why the database takes no writes, in its own words; undefined when the error, and what caused it, is another. */
export function storageFailure(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    if (typeof code === 'string' && codes.some((known) => known.test(code))) return one.message
    if (/^Connection terminated|^The database was busy/.test(one.message)) return one.message
  }
  return undefined
}
