/** Copies of a SQLite database, and putting one back. Source: https://www.sqlite.org/backup.html */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'

/** What keeps a file from being copied or put back, in a sentence that says what to do. */
export class BackupRefused extends Error {}

/** Copies a database that may be in use, as it is at one instant. The copy appears under its name when it is whole. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new BackupRefused(`There is no database ${from}`)
  if (existsSync(to)) throw new BackupRefused(`${to} is already there: choose another name`)
  const unfinished = `${to}.unfinished`
  removeDatabase(unfinished)
  const source = new Sqlite(from, { readonly: true, timeout: 30_000 })
  try {
    // All at once: between two steps a writer would make it begin anew.
    await source.backup(unfinished, { progress: ({ remainingPages }) => remainingPages })
  } finally {
    source.close()
  }
  checkDatabase(unfinished, to)
  renameSync(unfinished, to)
}

/**
 * Throws unless the file is a database of ours whose pages and references are whole. Leaves it as one single file.
 * `name` is what the reader knows it by.
 */
export function checkDatabase(file: string, name = file): void {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${name}`)
  let database: Sqlite.Database | undefined
  try {
    database = new Sqlite(file, { fileMustExist: true })
    database.pragma('journal_mode=DELETE')
    const ours = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'events'").get()
    if (!ours) throw new BackupRefused(`${name} is not a database of Samsyn`)
    const faults = database.pragma('integrity_check') as { integrity_check: string }[]
    if (faults[0]?.integrity_check !== 'ok') throw new BackupRefused(`${name} is damaged`)
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new BackupRefused(`${name} has rows that refer to nothing`)
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    throw new BackupRefused(`${name} cannot be read as a database: ${(error as Error).message}`)
  } finally {
    database?.close()
  }
}

/** Whether a process has the database open: nobody else may then change how it keeps its journal. */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new Sqlite(file, { timeout: 0 })
  try {
    return database.pragma('journal_mode=DELETE', { simple: true }) !== 'delete'
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    database.close()
  }
}

export function hasRows(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new Sqlite(file, { readonly: true })
  try {
    const ours = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'events'").get()
    return Boolean(ours && database.prepare('select 1 from people limit 1').get())
  } finally {
    database.close()
  }
}

/** A copy to look at and bring up to date before it takes the place of `file`, on the same disk as that. */
export function stageBeside(file: string, backup: string): string {
  const staged = `${path.resolve(file)}.restoring`
  mkdirSync(path.dirname(staged), { recursive: true })
  removeDatabase(staged)
  copyFileSync(backup, staged)
  return staged
}

/** Puts the staged file in the place of another, which is kept beside it. Returns where, or undefined if there was none. */
export function putInPlace(staged: string, file: string): string | undefined {
  const kept = existsSync(file) ? `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}` : undefined
  if (kept) renameSync(file, kept)
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  renameSync(staged, file)
  return kept
}

export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}
