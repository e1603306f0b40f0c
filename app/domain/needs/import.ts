import type { Named } from '../organisations/organisation.ts'

/** What a column of a network's list may become. */
export const importFields = [
  'title',
  'description',
  'organisation',
  'organisationNumber',
  'reference',
  'status',
  'affected',
  'consequence',
  'tried',
  'whoElse',
  'needArea',
  'domainArea',
  'urgency',
  'urgencyReason',
  'contactName',
  'contactEmail',
  'date',
  'informationClass',
] as const
export type ImportField = (typeof importFields)[number]

/** Place of a column, from 0 → the field that it becomes. Columns that are not here are not read in. */
export type ImportColumns = Record<string, ImportField>

export const importStatuses = [
  'reading',
  'uploaded',
  'checking',
  'checked',
  'running',
  'stopping',
  'done',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/** From each state, the states that a command or a job may move an import to. */
export const importTransitions: Record<ImportStatus, readonly ImportStatus[]> = {
  reading: ['uploaded', 'discarded'],
  uploaded: ['checking', 'discarded'],
  checking: ['checking', 'checked', 'discarded'],
  checked: ['checking', 'running', 'discarded'],
  running: ['stopping', 'done'],
  stopping: ['done'],
  done: ['undoing'],
  undoing: ['undone'],
  undone: [],
  discarded: [],
}
export function canMoveImport(from: ImportStatus, to: ImportStatus): boolean {
  return importTransitions[from].includes(to)
}

/**
 * What a row becomes. `duplicate` looks like a need that exists, and the coordinator chooses. `withdrawn` and `disowned`
 * are about a need that no longer stands: they are told of, and not read in again.
 */
export const rowResults = ['new', 'changed', 'unchanged', 'bad', 'duplicate', 'withdrawn', 'disowned'] as const
export type RowResult = (typeof rowResults)[number]

/** What is wrong with a row; with any of the first list it is not read in, the others lose one value or say something. */
export const rowFaults = [
  'titleMissing',
  'descriptionMissing',
  'titleTooLong',
  'textTooLong',
  'organisationMissing',
  'organisationUnknown',
  'organisationAmbiguous',
  'numberLength',
  'numberChecksum',
  'numberUnknown',
  'organisationMismatch',
  'organisationChanged',
  'referenceTwice',
  'referenceTooLong',
  'emailInvalid',
  'classUnknown',
  'tooSecret',
  'formulaError',
  'sameAsRow',
  'refused',
] as const
export const rowRemarks = [
  'areaUnknown',
  'domainAreaUnknown',
  'urgencyUnknown',
  'dateUnknown',
  'takenOver',
  'withdrawnByOrganisation',
  'withdrawnByNetwork',
  'disownedBefore',
  'notLinked',
  'likeRow',
] as const
export type RowFault = (typeof rowFaults)[number]
export type RowProblemCode = RowFault | (typeof rowRemarks)[number]

export interface RowProblem {
  /** Place of the column in the file, from 0; empty where the row as a whole is meant. */
  column: string
  code: RowProblemCode
  /** What the file says. */
  value: string
  values?: Record<string, string | number | Named>
}

/** Of a row that says the same as an earlier one of the file. */
export function isRepeat({ code }: { code: string }): boolean {
  return code === 'referenceTwice' || code === 'sameAsRow'
}

export function isFault<Problem extends { code: string }>(problem: Problem): problem is Problem & { code: RowFault } {
  return (rowFaults as readonly string[]).includes(problem.code)
}

/** What a run carries out. */
export const resultsToRun = ['new', 'changed', 'duplicate'] as const satisfies readonly RowResult[]

export function runs(result: RowResult): boolean {
  return (resultsToRun as readonly RowResult[]).includes(result)
}

/** Rows that a run would carry out. */
export function rowsToRun(totals: Partial<Record<RowResult, number>>): number {
  return resultsToRun.reduce((rows, result) => rows + (totals[result] ?? 0), 0)
}

/** Rows about needs that no longer stand. */
export function rowsGone(totals: Partial<Record<RowResult, number>>): number {
  return (totals.withdrawn ?? 0) + (totals.disowned ?? 0)
}

/** Whether a run that is over left the row although it would have carried it out. */
export function isLeft({ result, done }: { result: RowResult | null; done: boolean }): boolean {
  return !done && (result === null || runs(result))
}

/** What has to be chosen before rows can be read: something that says the need, and whose it is. */
export function missingColumns(columns: ImportColumns): ('text' | 'organisation')[] {
  const chosen = new Set<ImportField>(Object.values(columns))
  const missing: ('text' | 'organisation')[] = []
  if (!chosen.has('title') && !chosen.has('description')) missing.push('text')
  if (!chosen.has('organisation') && !chosen.has('organisationNumber')) missing.push('organisation')
  return missing
}

/** Fields that more than one column was chosen for. */
export function doubledFields(columns: ImportColumns): ImportField[] {
  const chosen = Object.values(columns)
  return importFields.filter((field) => chosen.filter((one) => one === field).length > 1)
}

/** Most characters of a network's own reference and status. */
export const referenceLimit = 100
export const statusLimit = 100

/** When a job is expected to end, going on as it has; null before it has come anywhere. */
export function expectedEnd(startedAt: Date, progress: number, total: number, now: Date): Date | null {
  if (progress <= 0 || progress >= total) return null
  return new Date(startedAt.getTime() + ((now.getTime() - startedAt.getTime()) * total) / progress)
}

/** The page on which an import goes on. */
export function pageOf(status: ImportStatus): 'columns' | 'preview' | null {
  if (status === 'uploaded') return 'columns'
  return status === 'checking' || status === 'checked' ? 'preview' : null
}
