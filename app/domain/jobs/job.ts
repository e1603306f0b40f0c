/** After this many failures a job is parked, and an administrator decides. */
export const attemptLimit = 5
/** A worker that dies leaves its job to others after this long. */
export const leaseMs = 60_000

/** How long to wait before attempt number `attempts + 1`: 2 s, 8 s, 32 s, 128 s. */
export function retryDelayMs(attempts: number): number {
  return 500 * 4 ** attempts
}
