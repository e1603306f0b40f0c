import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FollowButton } from '~/components/notices/follow-button.tsx'
import { CommitmentList } from '~/components/organisations/commitment-list.tsx'
import { PlacedNeeds } from '~/components/organisations/placed-needs.tsx'
import { ProblemRows } from '~/components/problems/problem-rows.tsx'
import { GroupLine } from '~/components/timeline/group-line.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { organisationOverview } from '~/domain/overview/organisation-overview.server.ts'
import { markKindOf } from '~/domain/problems/demand.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>(
  (t, data, { locale }) => nameIn(locale, data?.organisation) || t('organisations.many'),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  return found(await organisationOverview(viewer, params.key ?? '', pageOf(request)))
}

const perPage = 20

export default function Organisation() {
  const {
    organisation,
    networks,
    needs,
    total,
    page,
    shared,
    problems,
    commitments,
    story,
    following,
    signedIn,
    mayKeep,
  } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const name = useName()
  const who = { organisation: name(organisation) }
  const silent = total + shared.length + problems.length === 0
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('organisations.many'), to: paths.organisations() }, { label: name(organisation) }]}
      />
      <Page>
        <PageHead
          kind={{ glyph: markKindOf(organisation.kind), text: t(`common.kinds.${organisation.kind}`) }}
          notes={[
            organisation.invented && t('organisations.page.invented'),
            organisation.seat && t(`organisations.register.seats.${organisation.seat}`),
            organisation.endedOn && t('organisations.page.ended', { date: date(organisation.endedOn) }),
          ]}
          title={name(organisation)}
          actions={
            signedIn && (
              <>
                <FollowButton noun="organisation" id={organisation.id} following={following} />
                {mayKeep && (
                  <LinkButton variant="secondary" to={paths.organisationDetails(organisation.key)}>
                    {t('organisations.register.change')}
                  </LinkButton>
                )}
              </>
            )
          }
          facts={[
            organisation.number
              ? {
                  label: t('organisations.page.number'),
                  value: organisation.number.replace(/^(\d{6})(\d{4})$/, '$1-$2'),
                }
              : null,
            organisation.code ? { label: t('organisations.register.code'), value: organisation.code } : null,
            organisation.pic ? { label: t('organisations.register.pic'), value: organisation.pic } : null,
            networks.length > 0 && {
              label: t('organisations.page.networks'),
              value: networks.map((network, at) => (
                <span key={network.key}>
                  {at > 0 && ', '}
                  <Link to={paths.network(network.key)}>{name(network)}</Link>
                </span>
              )),
            },
          ]}
        />
        {silent && (
          <EmptyState
            figure
            title={t('organisations.page.silentTitle', who)}
            actions={
              <>
                <LinkButton to={paths.newNeed()}>{t('organisations.page.submit')}</LinkButton>
                <LinkButton variant="secondary" to={paths.problems()}>
                  {t('organisations.page.look')}
                </LinkButton>
              </>
            }
          >
            {t('organisations.page.silentText')}
          </EmptyState>
        )}
        {!silent && (
          <Section title={t('organisations.page.needs')} intro={t('organisations.page.needsIntro')}>
            {needs.length === 0 && <p>{t('organisations.page.needsNone', who)}</p>}
            <PlacedNeeds needs={needs.map((need) => ({ ...need, at: need.submittedAt, organisation: undefined }))} />
            {total > perPage && (
              <Pagination
                page={page}
                pageSize={perPage}
                total={total}
                href={(wanted) => `${paths.organisation(organisation.key)}?page=${wanted}`}
              />
            )}
          </Section>
        )}
        <GroupLine story={story} />
        {problems.length > 0 && (
          <Section title={t('organisations.page.problems')} intro={t('organisations.page.problemsIntro')}>
            <ProblemRows problems={problems} />
          </Section>
        )}
        {shared.length > 0 && (
          <Section title={t('organisations.page.shared')} intro={t('organisations.page.sharedIntro', who)}>
            <PlacedNeeds needs={shared} />
          </Section>
        )}
        {commitments.length > 0 && (
          <Section title={t('organisations.page.commitments')} intro={t('organisations.page.commitmentsIntro')}>
            <CommitmentList commitments={commitments} />
          </Section>
        )}
      </Page>
    </>
  )
}
