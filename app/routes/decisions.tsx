import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DecisionRows } from '~/components/committee/decision-rows.tsx'
import { areaName } from '~/components/committee/names.ts'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { CsvLink } from '~/components/ui/csv-link.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Facets, type Filter } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { decisionsPerPage } from '~/domain/committee/decision.ts'
import { listDecisions } from '~/domain/committee/decision-queries.server.ts'
import { decisionFilterOf, type DecisionSearch, searchOf } from '~/http/decision-filter.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.decisions.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const filter = decisionFilterOf(request)
  return { filter, ...(await listDecisions(viewer, filter)) }
}

export default function Decisions() {
  const { filter, rows, total, page, facets } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const { type, year, area } = filter
  const narrowed = Boolean(type || year || area)
  const to = (change: DecisionSearch) => paths.decisions() + searchOf({ type, year, area, ...change })
  const group = (
    label: string,
    name: 'type' | 'year' | 'area',
    options: { key: string; label: string; rows: number }[],
  ) => ({
    label,
    filters: [
      { to: to({ [name]: undefined }), label: t('committee.decisions.all'), current: !filter[name] },
      ...options.map(
        (option): Filter => ({
          to: to({ [name]: option.key }),
          label: option.label,
          count: option.rows,
          current: filter[name] === option.key,
        }),
      ),
    ],
  })
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('committee.decisions.title') }]} />
      <Page>
        <PageHead title={t('committee.decisions.title')} lead={t('committee.decisions.lead')} />
        <Section
          title={t(narrowed ? 'committee.decisions.listFiltered' : 'committee.decisions.list')}
          margin={
            total > 0 || narrowed ? (
              <Facets
                label={t('committee.decisions.filters')}
                groups={[
                  group(
                    t('committee.decisions.type'),
                    'type',
                    facets.types.map(({ key, rows }) => ({ key, rows, label: t(`committee.types.${key}`) })),
                  ),
                  group(
                    t('committee.decisions.year'),
                    'year',
                    facets.years.map(({ key, rows }) => ({ key, rows, label: key })),
                  ),
                  group(
                    t('committee.decisions.area'),
                    'area',
                    facets.areas.map(({ key, rows }) => ({ key, rows, label: areaName(t, key) ?? key })),
                  ),
                ]}
              />
            ) : undefined
          }
        >
          {rows.length > 0 ? (
            <DecisionRows decisions={rows} />
          ) : narrowed ? (
            <EmptyState
              level={3}
              title={t('committee.decisions.noneFiltered')}
              actions={
                <LinkButton variant="secondary" to={paths.decisions()}>
                  {t('committee.decisions.showAll')}
                </LinkButton>
              }
            />
          ) : (
            <EmptyState level={3} title={t('committee.decisions.none')}>
              {t('committee.decisions.noneText')}
            </EmptyState>
          )}
          <Pagination
            page={page}
            pageSize={decisionsPerPage}
            total={total}
            href={(number) => to({ page: String(number) })}
          >
            <CsvLink href={`/decisions.csv${searchOf({ type, year, area })}`} />
          </Pagination>
        </Section>
      </Page>
    </>
  )
}
