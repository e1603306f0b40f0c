import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AsOfForm } from '~/components/problems/as-of-form.tsx'
import { DemandSection } from '~/components/problems/demand-section.tsx'
import { LedgerList } from '~/components/problems/ledger-list.tsx'
import { NeedTable } from '~/components/problems/need-table.tsx'
import { ProblemName } from '~/components/problems/problem-name.tsx'
import { ProblemStatus, useAreaName } from '~/components/problems/problem-status.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Section } from '~/components/ui/section.tsx'
import { calendarDate, now } from '~/domain/clock.ts'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { instantOf } from '~/domain/problems/instant.ts'
import { listLedger } from '~/domain/problems/ledger-queries.server.ts'
import { named } from '~/domain/problems/problem.ts'
import { findProblem, problemAsOf } from '~/domain/problems/problem-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  data
    ? `${t('problems.ledger.title')}: ${t('problems.numberedTitle', named(data.problem))}`
    : t('problems.ledger.title'),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  const asked = new URL(request.url).searchParams.get('asof')?.slice(0, 40) ?? ''
  const upTo = instantOf(asked)
  // A day that is still going on ends now; of the future nothing is known.
  const instant = upTo && upTo > now() ? (calendarDate(upTo) === calendarDate(now()) ? now() : undefined) : upTo
  const past = instant && (await problemAsOf(viewer, problem.number, instant))
  const rows = (await listLedger(viewer, problem.id)).filter((row) => !instant || row.at <= instant)
  return {
    problem,
    asked,
    instant,
    past: past ? { ...past, html: past.description && renderMarkdown(past.description) } : null,
    rows,
  }
}

export default function Ledger() {
  const { problem, asked, instant, past, rows } = useLoaderData<typeof loader>()
  const { t, dateTime } = useI18n()
  const when = instant ? dateTime(instant) : ''
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('problems.many'), to: paths.problems() },
          { label: t('problems.numbered', named(problem)), to: paths.problem(problem.number) },
          { label: t('problems.ledger.title') },
        ]}
      />
      <Page density="dense">
        {past ? (
          <ThenHead />
        ) : (
          <PageHead
            kind={{ glyph: 'problem', text: <ProblemName problem={problem} /> }}
            title={t('problems.ledger.title')}
            lead={t('problems.ledger.lead')}
          />
        )}
        {asked && !instant && <Notice kind="error" title={t('problems.asof.badDate')} />}
        {instant && !past && (
          <EmptyState
            title={t('problems.asof.none', { when })}
            actions={
              <LinkButton variant="secondary" to={paths.problem(problem.number)}>
                {t('problems.asof.now')}
              </LinkButton>
            }
          >
            {t('problems.asof.noneText')}
          </EmptyState>
        )}
        {past && (
          <>
            <Section title={t('problems.page.needsTitle')} full>
              <NeedTable number={problem.number} needs={past.needs} total={past.needs.length} builds={false} />
            </Section>
            <DemandSection demand={past.demand} full />
          </>
        )}
        <Section
          title={t('problems.ledger.title')}
          full
          split
          margin={<AsOfForm action={paths.problemAct(problem.number, 'ledger')} value={asked} />}
        >
          <LedgerList number={problem.number} rows={rows} />
        </Section>
      </Page>
    </>
  )
}

function ThenHead() {
  const { problem, instant, past } = useLoaderData<typeof loader>()
  const { t, dateTime } = useI18n()
  const areaName = useAreaName()
  if (!past || !instant) return null
  const when = dateTime(instant)
  return (
    <>
      <PageHead
        kind={{ glyph: 'problem', text: t('problems.kindNumber', named(problem)) }}
        status={<ProblemStatus status={past.status} />}
        notes={[areaName(past.needArea)]}
        title={<span lang="sv">{past.title}</span>}
        facts={[
          { label: t('problems.page.sharedBy'), value: t('common.organisations', { count: past.demand.total }) },
          { label: t('problems.page.needs'), value: t('common.needs', { count: past.demand.needCount }) },
        ]}
      />
      <Notice title={t('problems.asof.notice', { when })}>
        <p>{t('problems.asof.noticeText')}</p>
        <p className="actions">
          <LinkButton small variant="secondary" to={paths.problem(problem.number)}>
            {t('problems.asof.now')}
          </LinkButton>
        </p>
      </Notice>
      <Section title={t('problems.page.description')} full>
        {past.html ? <Prose html={past.html} said lang="sv" /> : <p>{t('problems.page.noDescription')}</p>}
      </Section>
    </>
  )
}
