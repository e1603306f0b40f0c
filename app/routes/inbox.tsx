import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { Case } from '~/components/problems/inbox-case.tsx'
import { InboxKeys, useInboxKeys, useKeysOn } from '~/components/problems/inbox-keys.tsx'
import { AboutSuggestions, LateAnswers, Unconfirmed } from '~/components/problems/inbox-side.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Page, SideColumns } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Status } from '~/components/ui/status.tsx'
import { Time } from '~/components/ui/time.tsx'
import { now } from '~/domain/clock.ts'
import { can } from '~/domain/people/permissions.ts'
import { casesPerPage, inboxFilters, recentDays } from '~/domain/problems/inbox.ts'
import { listInbox } from '~/domain/problems/inbox-queries.server.ts'
import { strictnessNow } from '~/domain/problems/strictness-queries.server.ts'
import { findLastAnswered } from '~/domain/problems/suggestion-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { found, permit } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('problems.inbox.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'inbox.see'))
  const asked = new URL(request.url).searchParams.get('show')
  const filter = inboxFilters.find((name) => name === asked) ?? 'all'
  const [page, instant] = [pageOf(request), now()]
  return {
    inbox: found(await listInbox(viewer, { filter, page, now: instant })),
    strictness: (await strictnessNow()).inUse,
    last: (await findLastAnswered(viewer)) ?? null,
    filter,
    page,
    instant,
  }
}

export default function InboxPage() {
  const { inbox, instant, strictness } = useLoaderData<typeof loader>()
  const { t, number } = useI18n()
  const [on, turn] = useKeysOn()
  const unconfirmed = inbox.unconfirmed.reduce((sum, network) => sum + network.organisations, 0)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('problems.inbox.title') }]} />
      <Page density="dense">
        <PageHead
          kind={{ glyph: 'need', text: t('problems.inbox.kind') }}
          notes={[<Time key="now" at={instant} withTime />]}
          title={t('problems.inbox.title')}
          facts={[
            { label: t('problems.inbox.newNeeds'), value: number(inbox.waiting) },
            { label: t('problems.inbox.oldest'), value: t('problems.inbox.days', { count: inbox.oldestDays }) },
            {
              label: t('problems.inbox.haveSuggestion'),
              value: t('problems.inbox.ofAll', { count: inbox.suggested, of: number(inbox.waiting) }),
            },
            { label: t('problems.inbox.awaitConfirmation'), value: t('common.organisations', { count: unconfirmed }) },
            {
              label: t('problems.inbox.lateAnswers'),
              value: inbox.lateCount > 0 ? <Status step="late">{number(inbox.lateCount)}</Status> : number(0),
            },
          ]}
        />
        <SideColumns
          asideLabel={t('problems.inbox.side')}
          main={inbox.waiting === 0 ? <EmptyInbox /> : <Cases keysOn={on === true} />}
          aside={
            <>
              <LateAnswers late={inbox.late} count={inbox.lateCount} />
              <Unconfirmed networks={inbox.unconfirmed} />
              <AboutSuggestions strictness={strictness} />
              <InboxKeys on={on} turn={turn} />
              <UndoLast />
            </>
          }
        />
      </Page>
    </>
  )
}

function Cases({ keysOn }: { keysOn: boolean }) {
  const { inbox, filter, page } = useLoaderData<typeof loader>()
  const { t, number } = useI18n()
  const { pathname, search } = useLocation()
  const [current, setCurrent] = useState(0)
  useInboxKeys(keysOn, inbox.cases.length, current, setCurrent)
  const href = (show: string, wanted = 1) =>
    `${paths.inbox()}?${new URLSearchParams({ ...(show === 'all' ? {} : { show }), ...(wanted > 1 ? { page: String(wanted) } : {}) })}`.replace(
      /\?$/,
      '',
    )
  const shown = inbox.cases.map((waiting, at) => ({ waiting, at }))
  const groups = [
    { key: 'older' as const, cases: shown.filter(({ waiting }) => waiting.waitedDays > recentDays) },
    { key: 'recent' as const, cases: shown.filter(({ waiting }) => waiting.waitedDays <= recentDays) },
  ].filter((group) => group.cases.length > 0)
  return (
    <Section full split title={t('problems.inbox.heading')} intro={t('problems.inbox.rule')}>
      <Filters
        label={t('problems.inbox.filter')}
        filters={inboxFilters.map((show) => ({
          to: href(show),
          label: t(`problems.inbox.filters.${show}`),
          count: inbox.counts[show],
          current: show === filter,
        }))}
      />
      {inbox.counts[filter] > inbox.total && (
        <p className="meta">{t('problems.inbox.rows', { count: inbox.counts[filter], rows: number(inbox.total) })}</p>
      )}
      <div className="inbox">
        {groups.map(({ key, cases }) => (
          <div key={key}>
            <h3 className="inbox__age">
              {t(`problems.inbox.${key}`)} <span>{t('common.needs', { count: inbox[key] })}</span>
            </h3>
            {cases.map(({ waiting, at }) => (
              <Case
                key={waiting.needId}
                waiting={waiting}
                back={pathname + search}
                current={keysOn && at === current}
                keys={keysOn}
              />
            ))}
          </div>
        ))}
      </div>
      {inbox.cases.length === 0 && (
        <EmptyState level={3} title={t('problems.inbox.emptyFilter')}>
          {t('problems.inbox.emptyFilterText')}
        </EmptyState>
      )}
      <Pagination page={page} pageSize={casesPerPage} total={inbox.total} href={(wanted) => href(filter, wanted)} />
    </Section>
  )
}

function EmptyInbox() {
  const { t } = useI18n()
  return (
    <EmptyState
      figure
      title={t('problems.inbox.empty')}
      actions={
        <>
          <LinkButton to={paths.problems()}>{t('problems.inbox.toProblems')}</LinkButton>
          <LinkButton variant="secondary" to={paths.rounds()}>
            {t('problems.inbox.toRounds')}
          </LinkButton>
        </>
      }
    >
      {t('problems.inbox.emptyText')}
    </EmptyState>
  )
}

/** The last answer can be taken back later too, when its notice is gone. */
function UndoLast() {
  const { last } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (!last) return null
  return (
    <Form method="post" action={paths.suggestionAct(last.id, 'undo')} className="actions">
      <Button small variant="tertiary">
        {t('problems.inbox.undoLast')}
      </Button>
    </Form>
  )
}
