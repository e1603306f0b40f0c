import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { OrganisationTable } from '~/components/organisations/organisation-table.tsx'
import { SilenceBars } from '~/components/organisations/silence-bars.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Facets } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { organisationsAsked, organisationsHref, organisationsPerPage } from '~/domain/overview/organisation-filter.ts'
import { listOrganisationPage } from '~/domain/overview/organisations-overview.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.many'))

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = organisationsAsked(new URL(request.url).searchParams)
  const page = pageOf(request)
  const mayKeep = can(await viewerOf(request), 'register.keep')
  return { ...(await listOrganisationPage({ ...asked, page })), asked, page, mayKeep }
}

export default function Organisations() {
  const { rows, total, all, spoken, kinds, asked, page, mayKeep } = useLoaderData<typeof loader>()
  const { t, number } = useI18n()
  const keep = mayKeep && (
    <>
      <LinkButton to={paths.newOrganisation()}>{t('organisations.register.new')}</LinkButton>
      <LinkButton variant="secondary" to={paths.organisationImport()}>
        {t('organisations.lists.title')}
      </LinkButton>
    </>
  )
  if (all === 0) return <EmptyRegister actions={keep} />
  const groups = [
    {
      label: t('organisations.kind'),
      filters: [
        { to: organisationsHref({ ...asked, kind: undefined }), label: t('organisations.all'), current: !asked.kind },
        ...kinds.map(({ kind, of }) => ({
          to: organisationsHref({ ...asked, kind }),
          label: t(`organisations.kinds.${kind}`),
          count: of,
          current: asked.kind === kind,
        })),
      ],
    },
    {
      label: t('organisations.said'),
      filters: [
        { to: organisationsHref({ ...asked, said: undefined }), label: t('organisations.all'), current: !asked.said },
        ...(['spoken', 'silent'] as const).map((said) => ({
          to: organisationsHref({ ...asked, said }),
          label: t(`organisations.${said}`),
          current: asked.said === said,
        })),
      ],
    },
  ]
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('organisations.many') }]} />
      <Page>
        <PageHead
          title={t('organisations.many')}
          lead={t('organisations.lead', { spoken: number(spoken), all: number(all) })}
          actions={keep}
        />
        <Section title={t('organisations.silence')}>
          <SilenceBars kinds={kinds} />
        </Section>
        <Section
          title={t('organisations.found', { count: total })}
          margin={<Facets label={t('organisations.filter')} groups={groups} />}
        >
          {rows.length === 0 ? <p>{t('organisations.none')}</p> : <OrganisationTable rows={rows} />}
          <Pagination
            page={page}
            pageSize={organisationsPerPage}
            total={total}
            href={(wanted) => organisationsHref(asked, wanted)}
          />
        </Section>
      </Page>
    </>
  )
}

/** A new installation: what the register is for, and how it begins. */
function EmptyRegister({ actions }: { actions: ReactNode }) {
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('organisations.many') }]} />
      <Page>
        <PageHead title={t('organisations.many')} />
        <EmptyState figure title={t('organisations.register.empty')} actions={actions || undefined}>
          {t(actions ? 'organisations.register.emptyKeep' : 'organisations.register.emptyText')}
        </EmptyState>
      </Page>
    </>
  )
}
