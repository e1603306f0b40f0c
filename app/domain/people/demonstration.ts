/**
 * Demonstration mode: the cast may be signed in as by anyone. On when nothing is configured; with a configured
 * database in production only if DEMO=1 says so outright.
 */
export function isDemonstration(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.DEMO === '1') return true
  if (env.DEMO === '0') return false
  return !(env.NODE_ENV === 'production' && env.DATABASE_URL)
}
