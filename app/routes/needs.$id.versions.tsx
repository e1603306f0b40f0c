import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ContentDifferences } from '~/components/needs/content-differences.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import { Section } from '~/components/ui/section.tsx'
import { changedFields, emptyContent, type NeedContent } from '~/domain/needs/need.ts'
import { listNeedVersions } from '~/domain/needs/need-detail-queries.server.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => `${t('needs.versions.title')} · ${data?.title ?? ''}`)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { need, versions } = found(await listNeedVersions(viewer, params.id ?? ''))
  const { id, title, registryNumber, version, contentHash } = need
  const changes = versions.map((kept, at) => ({ ...kept, before: versions[at - 1]?.content ?? null }))
  return { id, title, registryNumber, version, contentHash, versions: changes.reverse() }
}

export default function Versions() {
  const { id, title, registryNumber, version, contentHash, versions } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const words = useOwnWords()
  const number = registryNumber ? t('common.registryNumber', { number: registryNumber }) : t('needs.status.draft')
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('needs.many'), to: paths.needs() },
          { label: number, to: paths.need(id) },
          { label: t('needs.versions.title') },
        ]}
      />
      <Page>
        <PageHead
          kind={{ glyph: 'need', text: number }}
          title={t('needs.versions.title')}
          lead={t('needs.versions.lead')}
          quote={<span lang={words}>{title}</span>}
        />
        {versions.map((kept) => (
          <VersionSection key={kept.version} kept={kept} current={kept.version === version} />
        ))}
        <p className="meta hash">
          {t('needs.versions.hash')}: <code>{contentHash}</code>
        </p>
      </Page>
    </>
  )
}

interface Kept {
  version: number
  reason: string
  at: Date
  authorName: string | null
  /** The organisation whose need it is, or the network whose list changed the text. */
  by: Named
  content: NeedContent
  before: NeedContent | null
}

function VersionSection({ kept, current }: { kept: Kept; current: boolean }) {
  const { t, dateTime } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const by = kept.authorName
    ? t('needs.versions.by', { name: kept.authorName, organisation: name(kept.by) })
    : name(kept.by)
  return (
    <Section
      title={t('needs.versions.version', { version: kept.version })}
      intro={dateTime(kept.at)}
      margin={current && <p>{t('needs.versions.now')}</p>}
    >
      <div className="stack">
        {kept.version === 1 ? (
          <p>{t('needs.versions.first')}</p>
        ) : (
          kept.reason && (
            <Reasons lang={words} by={by}>
              {kept.reason}
            </Reasons>
          )
        )}
        <ContentDifferences
          before={kept.before}
          after={kept.content}
          fields={changedFields(kept.before ?? emptyContent, kept.content)}
        />
      </div>
    </Section>
  )
}
