import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Count, Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { listNetworkDemand } from '~/domain/overview/organisations-overview.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.networks.many'))

export async function loader({ request }: LoaderFunctionArgs) {
  const mayKeep = can(await viewerOf(request), 'register.keep')
  return { networks: await listNetworkDemand(), mayKeep }
}

export default function Networks() {
  const { networks, mayKeep } = useLoaderData<typeof loader>()
  const { t, number, locale } = useI18n()
  const name = useName()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('organisations.networks.many') }]} />
      <Page>
        <PageHead
          title={t('organisations.networks.many')}
          lead={t('organisations.networks.lead')}
          actions={mayKeep && <LinkButton to={paths.newNetwork()}>{t('organisations.register.newNetwork')}</LinkButton>}
        />
        <Section title={t('organisations.networks.many')}>
          {networks.length === 0 && (
            <p>{t(mayKeep ? 'organisations.register.firstNetwork' : 'organisations.networks.none')}</p>
          )}
          <Rows>
            {networks.map((network) => (
              <Row
                key={network.key}
                lead={<Count of={number(network.needs)}>{t('organisations.networks.facts.needs').toLowerCase()}</Count>}
                title={name(network)}
                to={paths.network(network.key)}
                foot={[
                  network.members > 0 && t('organisations.networks.members', { count: network.members }),
                  network.needs > 0
                    ? t('organisations.networks.confirmed', { confirmed: network.confirmed, needs: network.needs })
                    : t('organisations.networks.nothing'),
                ]}
              >
                <p>{locale === 'en' ? network.descriptionEn : network.description}</p>
              </Row>
            ))}
          </Rows>
        </Section>
      </Page>
    </>
  )
}
