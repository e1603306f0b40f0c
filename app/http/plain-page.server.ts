import { Marked } from 'marked'
import type { Locale } from '../i18n/format.ts'
import { authority } from './authority.server.ts'

const files = import.meta.glob<string>('../i18n/pages/*/*.md', { query: '?raw', import: 'default', eager: true })
const marked = new Marked({ gfm: true, async: false })

export interface PlainPage {
  title: string
  lead: string
  sections: { title: string; html: string }[]
}

/** The pages about the service, written as Markdown: `# title`, a lead, then `## heading` for each section. */
export function plainPage(name: string, locale: Locale): PlainPage {
  const text = files[`../i18n/pages/${locale}/${name}.md`]
  if (text === undefined) throw new Error(`There is no page ${name} in ${locale}`)
  const [head = '', ...sections] = withAuthority(text, locale).split(/^## /m)
  const [title = '', ...lead] = head.replace(/^# /, '').split('\n')
  return {
    title: title.trim(),
    lead: lead.join(' ').trim(),
    sections: sections.map((section) => {
      const [heading = '', ...body] = section.split('\n')
      return { title: heading.trim(), html: marked.parse(body.join('\n'), { async: false }) }
    }),
  }
}

/** Our own texts are trusted; the configured values stand in them as plain text. */
function withAuthority(text: string, locale: Locale): string {
  const { shortName, name, email, organisationNumber } = authority(locale)
  const values: Record<string, string> = { authority: shortName, authorityName: name, email, organisationNumber }
  return text.replace(/\{(\w+)\}/g, (gap, key: string) => (values[key] ?? gap).replace(/[<>&]/g, ''))
}
