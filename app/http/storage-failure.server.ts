/** Codes of SQLite, PostgreSQL and the system that say: nothing can be written now. Nothing is wrong with what was sent. */
const codes = [
  /^SQLITE_(FULL|READONLY|IOERR|BUSY|LOCKED|CANTOPEN)/,
  // disk full, out of memory, too many connections, read-only transaction, lock not available, shutting down.
  /^(53100|53200|53300|25006|55P03|57P0[123]|08\d{3})$/,
  /^(ENOSPC|EROFS|ECONNREFUSED|ECONNRESET|EPIPE)$/,
]

/** Whether an error, or what caused it, is that the database takes no writes. */
export function isStorageFailure(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    if (typeof code === 'string' && codes.some((known) => known.test(code))) return true
    if (/Connection terminated|database was busy for too long/.test(one.message)) return true
  }
  return false
}
