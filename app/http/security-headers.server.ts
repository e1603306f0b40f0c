/** Headers of every page. The nonce lets the framework's own inline scripts run and no others. */
export function securityHeaders(nonce: string): Record<string, string> {
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The development server injects styles and reloads over a web socket; the built site does neither.
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    // Pages show what one person may see; no cache between may keep them.
    'Cache-Control': 'private, no-cache',
  }
}
