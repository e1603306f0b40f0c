import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const marked = new Marked({ gfm: true, breaks: true, async: false })

/** Headings begin under the page's own: h1 becomes h3. */
const firstHeading = 3

/** The web, mail, and places on the page: what has a colon before its first slash and is neither leads nowhere known. */
const known = /^(https?:|mailto:|(?!\/\/)[^:/?#]*([/?#]|$))/i

/**
 * What people write, as HTML that is safe to show. Markdown and nothing else: raw HTML is taken as text or dropped,
 * there are no images, and links lead only to the web, mail and places on the page.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(marked.parse(text, { async: false }), {
    allowedTags: [
      'p',
      'br',
      'strong',
      'em',
      'del',
      'ul',
      'ol',
      'li',
      'blockquote',
      'code',
      'pre',
      'a',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'iframe',
      'svg',
      'math',
      'template',
      'title',
      'xmp',
    ],
    transformTags: {
      a: (_tag, { href }) => ({
        tagName: 'a',
        attribs: { ...(href && known.test(href) ? { href } : {}), rel: 'nofollow ugc noopener' },
      }),
      ...shiftedHeadings(),
    },
  })
}

function shiftedHeadings(): Record<string, (tag: string) => { tagName: string; attribs: Record<string, string> }> {
  const shift = (level: number) => () => ({ tagName: `h${Math.min(6, level + firstHeading - 1)}`, attribs: {} })
  return Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, shift(level)]))
}

/** The words alone, for excerpts: no marks, no links' addresses. At most `most` characters, cut between words. */
export function plainText(markdown: string, most = 240): string {
  const html = marked.parse(markdown, { async: false })
  const text = sanitizeHtml(html.replace(/<\/(p|li|h\d|blockquote)>|<br>/g, ' '), {
    allowedTags: [],
    allowedAttributes: {},
  })
  const words = unescapeHtml(text).replace(/\s+/g, ' ').trim()
  if (words.length <= most) return words
  const cut = words.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).replace(/[.,;:\s]+$/, '')} …`
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
