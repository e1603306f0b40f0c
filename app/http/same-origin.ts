/**
 * Whether a request that may change something comes from a page of this site. Browsers say so themselves in
 * Sec-Fetch-Site; older ones send Origin. A request that says neither is not let through.
 */
export function isSameOrigin(method: string, headers: Record<string, string | string[] | undefined>): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  const fetchSite = headers['sec-fetch-site']
  if (typeof fetchSite === 'string') return fetchSite === 'same-origin'
  const origin = headers.origin
  if (typeof origin !== 'string') return false
  try {
    return new URL(origin).host === (headers['x-forwarded-host'] ?? headers.host)
  } catch {
    return false
  }
}
