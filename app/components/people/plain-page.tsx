import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Section } from '~/components/ui/section.tsx'

interface Props {
  page: { title: string; lead: string; sections: { title: string; html: string }[] }
  /** Comes before the text. */
  children?: ReactNode
}

/** A page about the service: headings in the margin, plain text beside them. */
export function PlainPage({ page, children }: Props) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: page.title }]} />
      <Page>
        <PageHead title={page.title} lead={page.lead} />
        {children}
        {page.sections.map((section) => (
          <Section key={section.title} title={section.title}>
            <Prose html={section.html} />
          </Section>
        ))}
      </Page>
    </>
  )
}
