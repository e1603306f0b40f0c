import type { MetaDescriptor } from '@remix-run/node'

/** The link of a record's page to its own print style sheet. */
export function printStyle(href: string): MetaDescriptor {
  return { tagName: 'link', rel: 'stylesheet', media: 'print', href }
}

/**
 * A style sheet that puts the authority and the number of a record at the head of every printed page after the first,
 * whose own head says it already.
 */
export function printStyleSheet(left: string, right: string): Response {
  const font = '"Source Sans 3 Variable", sans-serif'
  const css = [
    `@page { @top-left { content: ${cssString(left)}; font: 600 8.5pt ${font}; } @top-right { content: ${cssString(right)}; font: 400 8.5pt ${font}; } }`,
    '@page :first { @top-left { content: none; } @top-right { content: none; } }',
  ]
  return new Response(`${css.join('\n')}\n`, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'private, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** A CSS string that no text can break out of. */
const cssString = (text: string) =>
  `"${text.replace(/[\\"\n\r\f<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
