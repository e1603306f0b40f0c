import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { SearchForm } from '~/components/ui/search-form.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listBuiltInTerms, listTerms } from '~/domain/problems/term-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { permit } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const perPage = 40

export const meta = pageTitle((t) => t('engine.terms.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const words = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  const page = pageOf(request)
  const builtIn = listBuiltInTerms(words)
  return {
    words,
    page,
    added: await listTerms(viewer, words),
    total: builtIn.length,
    builtIn: builtIn.slice((page - 1) * perPage, page * perPage),
  }
}

export default function Terms() {
  const { words, page, added, builtIn, total } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const forms: Column<{ sv: string[]; en: string[] }>[] = [
    { key: 'sv', head: t('engine.terms.sv'), cell: ({ sv }) => sv.join(', ') },
    { key: 'en', head: t('engine.terms.en'), cell: ({ en }) => <span lang="en">{en.join(', ')}</span> },
  ]
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('problems.inbox.title'), to: paths.inbox() }, { label: t('engine.terms.title') }]}
      />
      <Page density="dense">
        <PageHead
          title={t('engine.terms.title')}
          lead={t('engine.terms.lead')}
          actions={<LinkButton to={paths.newTerm()}>{t('engine.terms.new')}</LinkButton>}
        />
        <div className="engine__search">
          <SearchForm action={paths.terms()} label={t('engine.terms.search')} defaultValue={words} />
        </div>
        <Section full title={t('engine.terms.added')} intro={t('engine.terms.effect')}>
          {added.length === 0 ? (
            <p>{words ? t('engine.terms.noAddedFound', { words }) : t('engine.terms.noAdded')}</p>
          ) : (
            <Table
              caption={t('engine.terms.added')}
              captionHidden
              rows={added}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'concept',
                  head: t('engine.terms.concept'),
                  rowHeader: true,
                  cell: ({ id, concept }) => <Link to={paths.term(id)}>{concept}</Link>,
                },
                ...forms,
                {
                  key: 'by',
                  head: t('engine.terms.by'),
                  cell: ({ addedBy, addedAt }) => [addedBy, date(addedAt)].filter(Boolean).join(', '),
                },
                {
                  key: 'act',
                  head: t('engine.terms.remove'),
                  label: null,
                  cell: ({ id, concept }) => (
                    <Link to={paths.termRemoval(id)}>
                      {t('engine.terms.remove')}
                      <span className="visually-hidden"> {concept}</span>
                    </Link>
                  ),
                },
              ]}
            />
          )}
        </Section>
        <Section full title={t('engine.terms.builtIn')} intro={t('engine.terms.builtInIntro')}>
          {total === 0 ? (
            <p>{t('engine.terms.noBuiltIn', { words })}</p>
          ) : (
            <Table
              caption={t('engine.terms.builtIn')}
              captionHidden
              rows={builtIn.map(({ sv: [concept = '', ...sv], en }) => ({ concept, sv, en: [...en] }))}
              rowKey={({ concept }) => concept}
              columns={[
                {
                  key: 'concept',
                  head: t('engine.terms.concept'),
                  rowHeader: true,
                  cell: ({ concept }) => concept,
                },
                ...forms,
              ]}
            />
          )}
          <Pagination
            page={page}
            pageSize={perPage}
            total={total}
            href={(wanted) => paths.terms({ q: words || undefined, page: wanted > 1 ? String(wanted) : undefined })}
          />
        </Section>
      </Page>
    </>
  )
}
