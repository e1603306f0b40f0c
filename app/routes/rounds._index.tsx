import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RoundRow } from '~/components/rounds/round-row.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listRounds } from '~/domain/priorities/round-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('rounds.many'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  return { rounds: await listRounds(viewer), mayRun: can(viewer, 'round.run') }
}

export default function Rounds() {
  const { rounds, mayRun } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const start = mayRun && <LinkButton to={`${paths.rounds()}/new`}>{t('rounds.list.new')}</LinkButton>
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('rounds.many') }]} />
      <Page density={mayRun ? 'dense' : 'airy'}>
        <PageHead title={t('rounds.many')} lead={t('rounds.list.lead')} actions={rounds.length > 0 && start} />
        {rounds.length === 0 ? (
          <EmptyState figure title={mayRun ? t('rounds.list.emptyRun') : t('rounds.list.empty')} actions={start}>
            {mayRun ? t('rounds.list.emptyRunText') : t('rounds.list.emptyText')}
          </EmptyState>
        ) : (
          <Section title={t('rounds.list.found', { count: rounds.length })}>
            <Rows>
              {rounds.map((round) => (
                <RoundRow key={round.id} round={round} />
              ))}
            </Rows>
          </Section>
        )}
      </Page>
    </>
  )
}
