import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FollowButton } from '~/components/notices/follow-button.tsx'
import { NetworkList } from '~/components/organisations/network-list.tsx'
import { GroupLine } from '~/components/timeline/group-line.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { listedPerPage } from '~/domain/overview/organisation-filter.ts'
import { networkOverview } from '~/domain/overview/organisation-overview.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>(
  (t, data, { locale }) => nameIn(locale, data?.network) || t('organisations.networks.many'),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const unconfirmed = new URL(request.url).searchParams.get('show') === 'unconfirmed'
  return found(await networkOverview(viewer, params.key ?? '', { unconfirmed, page: pageOf(request) }))
}

export default function Network() {
  const { network, counts, needs, total, page, unconfirmed, members, story, following, signedIn, mayImport, mayKeep } =
    useLoaderData<typeof loader>()
  const { t, number, locale } = useI18n()
  const name = useName()
  const path = paths.network(network.key)
  const href = (wanted: number) => `${path}?${unconfirmed ? 'show=unconfirmed&' : ''}page=${wanted}`
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('organisations.networks.many'), to: paths.networks() }, { label: name(network) }]}
      />
      <Page>
        <PageHead
          title={name(network)}
          lead={locale === 'en' ? network.descriptionEn : network.description}
          actions={
            (mayImport || signedIn) && (
              <>
                {mayImport && <LinkButton to={paths.imports()}>{t('organisations.networks.import')}</LinkButton>}
                {signedIn && <FollowButton noun="network" id={network.id} following={following} />}
                {mayKeep && (
                  <>
                    <LinkButton variant="secondary" to={paths.networkAct(network.key, 'members')}>
                      {t('organisations.register.members')}
                    </LinkButton>
                    <LinkButton variant="secondary" to={paths.networkAct(network.key, 'details')}>
                      {t('organisations.register.changeNetwork')}
                    </LinkButton>
                  </>
                )}
              </>
            )
          }
          facts={[
            { label: t('organisations.networks.facts.needs'), value: number(counts.all) },
            { label: t('organisations.networks.facts.confirmed'), value: number(counts.confirmed) },
            { label: t('organisations.networks.facts.unconfirmed'), value: number(counts.unconfirmed) },
            counts.disowned > 0 && {
              label: t('organisations.networks.facts.disowned'),
              value: number(counts.disowned),
            },
            counts.withdrawn > 0 && {
              label: t('organisations.networks.facts.withdrawn'),
              value: number(counts.withdrawn),
            },
            members.length > 0 && { label: t('organisations.networks.facts.members'), value: number(members.length) },
          ]}
        />
        <Section full title={t('organisations.networks.list')} intro={t('organisations.networks.listIntro')}>
          <Filters
            label={t('organisations.networks.filter')}
            filters={[
              { to: path, label: t('organisations.networks.all'), count: counts.all, current: !unconfirmed },
              {
                to: `${path}?show=unconfirmed`,
                label: t('organisations.networks.unconfirmed'),
                count: counts.unconfirmed,
                current: unconfirmed,
              },
            ]}
          />
          {needs.length === 0 ? (
            <p>
              {t(
                unconfirmed && counts.all > 0
                  ? 'organisations.networks.emptyUnconfirmed'
                  : 'organisations.networks.empty',
              )}
            </p>
          ) : (
            <NetworkList needs={needs} />
          )}
          <Pagination page={page} pageSize={listedPerPage} total={total} href={href} />
        </Section>
        <GroupLine story={story} />
        <Section title={t('organisations.networks.membersTitle')}>
          {members.length === 0 ? (
            <p>{t('organisations.networks.membersNone')}</p>
          ) : (
            <ul className="members">
              {members.map((member) => (
                <li key={member.key}>
                  <Link to={paths.organisation(member.key)}>{name(member)}</Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Page>
    </>
  )
}
