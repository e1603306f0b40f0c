import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UseSummary } from '~/components/needs/resource-use.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { resourceKinds } from '~/domain/resources/resource.ts'
import { listResources } from '~/domain/resources/resource-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { compareText } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.resources.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const asked = new URL(request.url).searchParams.get('kind')
  const all = await listResources(viewer)
  const counts = Object.fromEntries(
    resourceKinds.map((kind) => [kind, all.filter((resource) => resource.kind === kind).length]),
  )
  const kind = resourceKinds.find((known) => known === asked)
  return { resources: all.filter((resource) => !kind || resource.kind === kind), counts, total: all.length, kind }
}

export default function Resources() {
  const { resources, counts, total, kind } = useLoaderData<typeof loader>()
  const { t, locale } = useI18n()
  const name = useName()
  const byName = [...resources].sort((a, b) => compareText(locale)(name(a), name(b)))
  const filters = resourceKinds
    .filter((key) => (counts[key] ?? 0) > 0)
    .map((key) => ({
      to: `${paths.resources()}?kind=${key}`,
      label: t(`needs.resources.kinds.${key}`),
      count: counts[key],
      current: kind === key,
    }))
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.resources.title') }]} />
      <Page>
        <PageHead title={t('needs.resources.title')} lead={t('needs.resources.lead')} />
        <Filters
          label={t('needs.resources.filter')}
          filters={[
            { to: paths.resources(), label: t('needs.resources.all'), count: total, current: !kind },
            ...filters,
          ]}
        />
        <Section title={kind ? t(`needs.resources.kinds.${kind}`) : t('needs.resources.all')}>
          {byName.length === 0 ? (
            <EmptyState level={3} title={t('needs.resources.empty')} />
          ) : (
            <Rows>
              {byName.map((resource) => (
                <Row
                  key={resource.id}
                  title={name(resource)}
                  to={paths.resource(resource.key)}
                  foot={[
                    t(`needs.resources.kinds.${resource.kind}`),
                    name(resource.owner),
                    <UseSummary key="use" use={resource.use} />,
                  ]}
                >
                  <p>{locale === 'en' ? resource.descriptionEn : resource.description}</p>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
      </Page>
    </>
  )
}
