/** What there is a handler for. */
export const jobKinds = [
  'event.follow',
  'mail.invitation',
  'mail.password',
  'needs.checkImport',
  'needs.import',
  'needs.undoImport',
  'problem.wake',
  'search.follow',
  'suggestions.refresh',
  'themes.refresh',
  'vectors.refresh',
] as const
export type JobKind = (typeof jobKinds)[number]

export function isJobKind(kind: string): kind is JobKind {
  return jobKinds.some((known) => known === kind)
}

/** After this many failures a job is parked, and an administrator decides. */
export const attemptLimit = 5
/** Mail waits out the day that a mail server may be away, or refuse for a while those it does not know. */
export const mailAttemptLimit = 30
/** A worker that dies leaves its job to others after this long. */
export const leaseMs = 60_000

export function attemptLimitOf(kind: string): number {
  return kind.startsWith('mail.') ? mailAttemptLimit : attemptLimit
}

/** How long to wait before attempt number `attempts + 1`: 2 s, 8 s, 32 s, 128 s, 9 min, 34 min, then every hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(500 * 4 ** attempts, 3_600_000)
}

/** A failure that trying again does not mend: the job is parked at once. */
export class Hopeless extends Error {}

/** A failed query names the values it was given, which are what people wrote: what the database said is enough. */
export function withoutValues(error: Error): Error {
  return error.message?.startsWith('Failed query') && error.cause instanceof Error ? error.cause : error
}

/** What is kept of a failure, for an administrator to read. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack, message } = withoutValues(error)
  return (stack ?? message).slice(0, 4000)
}
