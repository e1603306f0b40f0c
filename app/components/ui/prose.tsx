import { classNames } from './class-names.ts'

/** Markdown already rendered and sanitised on the server. `said` when people wrote it. */
export function Prose({ html, said, lang }: { html: string; said?: boolean; lang?: string }) {
  return (
    <div
      className={classNames('prose', said && 'said')}
      lang={lang}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the only door for HTML, and it takes sanitised HTML alone
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
