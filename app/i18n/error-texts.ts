const byStatus = {
  400: 'badRequest',
  401: 'signIn',
  403: 'notPermitted',
  404: 'notFound',
  405: 'badRequest',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  500: 'failed',
  503: 'unavailable',
} as const

/** Which text under `errors` an HTTP status has; no status means that nobody foresaw the error. */
export function errorText(status: number | undefined) {
  if (status === undefined) return 'failed'
  return byStatus[status as keyof typeof byStatus] ?? (status >= 500 ? 'failed' : 'badRequest')
}

/** The key of an error page's title. A 404 that says why is a link of a mail that opens nothing any more, no mistyped address. */
export function errorTitle(status: number | undefined, data: unknown) {
  const saysWhy = typeof data === 'object' && data !== null && 'message' in data
  return status === 404 && saysWhy ? 'errors.goneLink.title' : (`errors.${errorText(status)}.title` as const)
}
