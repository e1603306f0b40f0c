import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ProblemFacets } from '~/components/problems/problem-facets.tsx'
import { ThemeMap } from '~/components/problems/theme-map.tsx'
import { ThemeName } from '~/components/problems/theme-name.tsx'
import { ProblemRows } from '~/components/problems/problem-rows.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { can } from '~/domain/people/permissions.ts'
import { isNarrowed, problemFilterOf, problemsHref, problemSorts } from '~/domain/problems/problem-filter.ts'
import { listProblems } from '~/domain/problems/problem-queries.server.ts'
import { findThemeLabel, themeMap } from '~/domain/problems/theme-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const perPage = 20

export const meta = pageTitle((t) => t('problems.list.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const filter = problemFilterOf(new URL(request.url).searchParams)
  const page = pageOf(request)
  const narrowed = page > 1 || isNarrowed(filter)
  return {
    ...(await listProblems(viewer, { ...filter, page, perPage })),
    map: narrowed ? null : await themeMap(viewer),
    theme: filter.theme ? ((await findThemeLabel(filter.theme)) ?? null) : null,
    filter,
    page,
    builds: can(viewer, 'problem.build'),
  }
}

export default function Problems() {
  const { rows, total, byStatus, byArea, map, theme, filter, page, builds } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const filtered = isNarrowed(filter)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('problems.list.title') }]} />
      <Page density={builds ? 'dense' : 'airy'}>
        <PageHead
          title={t('problems.list.title')}
          lead={t('problems.list.lead')}
          actions={builds && <LinkButton to={paths.newProblem()}>{t('problems.list.new')}</LinkButton>}
        />
        {map && map.bars.length > 1 && (
          <Section title={t('problems.themes.title')}>
            <ThemeMap map={map} />
          </Section>
        )}
        {rows.length === 0 && !filtered ? (
          <EmptyState
            figure
            title={t('problems.list.empty')}
            actions={<LinkButton to={paths.needs()}>{t('needs.many')}</LinkButton>}
          >
            {t('problems.list.emptyText')}
          </EmptyState>
        ) : (
          <Section
            title={
              theme ? (
                <Sentence
                  of="problems.themes.found"
                  values={{ count: total }}
                  parts={{ theme: <ThemeName label={theme} /> }}
                />
              ) : (
                t('problems.list.found', { count: total })
              )
            }
            margin={<ProblemFacets filter={filter} byStatus={byStatus} byArea={byArea} theme={theme} />}
          >
            <div className="problem-list">
              <Form className="inline-form" role="search" action={paths.problems()}>
                <TextInput name="q" type="search" label={t('problems.list.words')} defaultValue={filter.words ?? ''} />
                {Object.entries({
                  status: filter.status,
                  area: filter.area,
                  kind: filter.kind,
                  theme: filter.theme,
                }).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
                <Button variant="secondary">{t('problems.list.search')}</Button>
              </Form>
              <Filters
                label={t('problems.list.sort')}
                filters={problemSorts.map((sort) => ({
                  to: problemsHref({ ...filter, sort }),
                  label: t(`problems.list.sorts.${sort}`),
                  current: (filter.sort ?? 'demand') === sort,
                }))}
              />
            </div>
            {rows.length === 0 ? (
              <EmptyState
                title={t('problems.list.none')}
                level={3}
                actions={
                  <LinkButton variant="secondary" to={paths.problems()}>
                    {t('problems.list.clear')}
                  </LinkButton>
                }
              >
                {t('problems.list.noneText')}
              </EmptyState>
            ) : (
              <ProblemRows problems={rows} />
            )}
            <Pagination page={page} pageSize={perPage} total={total} href={(wanted) => problemsHref(filter, wanted)} />
          </Section>
        )}
      </Page>
    </>
  )
}
