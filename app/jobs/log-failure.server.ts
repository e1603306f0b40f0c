import { isRouteErrorResponse } from '@remix-run/react'
import { log } from './log.server.ts'

/** Logs a request that failed, without anything that was typed in it. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted) return
  const path = new URL(request.url).pathname
  if (!isRouteErrorResponse(error)) return log.error({ error, path }, 'a request failed')
  // An answer that says no is no fault, and what was typed comes with it: scores under seal and needs that few may see are
  // nothing for a log.
  if (error.status >= 500) log.error({ status: error.status, path }, 'a request failed')
}
