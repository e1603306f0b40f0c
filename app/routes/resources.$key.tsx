import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReferredNeeds, UseSummary } from '~/components/needs/resource-use.tsx'
import { SimilarThings } from '~/components/needs/similar-things.tsx'
import { useSource } from '~/components/needs/use-source.ts'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { now } from '~/domain/clock.ts'
import { findSimilar } from '~/domain/problems/similar-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { isStale } from '~/domain/resources/resource.ts'
import { findResource, listReferredNeeds } from '~/domain/resources/resource-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>(
  (t, data, { locale }) => nameIn(locale, data?.resource) || t('needs.resources.title'),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const resource = found(await findResource(viewer, params.key ?? ''))
  const [referred, similar] = await Promise.all([
    listReferredNeeds(viewer, resource.id),
    findSimilar(viewer, { title: resource.name, description: resource.description, kinds: ['need', 'problem'] }, 5),
  ])
  const mayShare = viewer.id === null || can(viewer, 'need.endorse')
  return { resource, stale: isStale(resource, now()), referred, similar, mayShare }
}

export default function Resource() {
  const { resource, stale, referred, similar, mayShare } = useLoaderData<typeof loader>()
  const { t, locale, date } = useI18n()
  const name = useName()
  const own = (sv: string, en: string) => (locale === 'en' ? en : sv)
  const source = useSource()
  const access = own(resource.access, resource.accessEn)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.resources.title'), to: paths.resources() }, { label: name(resource) }]} />
      <Page>
        <PageHead
          kind={{ glyph: 'info', text: t(`needs.resources.kinds.${resource.kind}`) }}
          title={name(resource)}
          lead={own(resource.description, resource.descriptionEn)}
          facts={[
            { label: t('needs.resources.owner'), value: name(resource.owner) },
            {
              label: t('needs.resources.confirmed'),
              value: resource.confirmedAt ? date(resource.confirmedAt) : t('needs.resources.neverConfirmed'),
            },
            {
              label: t('needs.resources.source'),
              value: source(resource.source?.slice(0, 3), resource.source?.slice(5)),
            },
          ]}
        />
        {stale && (
          <Notice kind="warning" title={t('needs.resources.stale')}>
            {resource.owner
              ? t('needs.resources.staleText', { owner: name(resource.owner) })
              : t('needs.resources.staleTextNobody')}
          </Notice>
        )}
        {access && (
          <Section title={t('needs.resources.access')}>
            <p className="measure">{access}</p>
          </Section>
        )}
        <Section title={t('needs.resources.solved')} intro={t('needs.resources.solvedIntro')}>
          <p className="lead">
            <UseSummary use={resource.use} />
          </p>
          <ReferredNeeds needs={referred} />
        </Section>
        {similar.length > 0 && (
          <Section title={t('needs.resources.similar')} intro={t('needs.resources.similarIntro')}>
            <SimilarThings things={similar} mayShare={mayShare} />
          </Section>
        )}
      </Page>
    </>
  )
}
