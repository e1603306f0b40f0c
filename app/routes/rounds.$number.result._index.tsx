import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CertaintySection } from '~/components/rounds/certainty-section.tsx'
import { PortfolioSection } from '~/components/rounds/portfolio-section.tsx'
import { PartsLegend, RankingTable } from '~/components/rounds/ranking-table.tsx'
import { ResultHead } from '~/components/rounds/result-head.tsx'
import { UnitySection } from '~/components/rounds/unity-section.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { CsvLink } from '~/components/ui/csv-link.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PrintHead } from '~/components/ui/print-head.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { readCaps } from '~/domain/priorities/round-forms.ts'
import { findPortfolio, findResult, mostDividing } from '~/domain/priorities/result-queries.server.ts'
import { authority as authorityOfSite } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { printStyle } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const title = pageTitle<typeof loader>((t, loaded) => t('rounds.result.title', { number: loaded?.round.number ?? '' }))
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(title(args) ?? []),
  printStyle(paths.roundAct(Number(args.params.number), 'print.css')),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const view = found(await findResult(viewer, Number(params.number)))
  const search = new URL(request.url).searchParams
  const { months, sek, asked, wrong } = readCaps(search)
  const caps = asked ? { months, sek } : { months: view.round.capMonths, sek: view.round.capSek }
  const counted = wrong.length === 0 && (caps.months !== null || caps.sek !== null)
  const typed = asked
    ? { months: search.get('months') ?? '', sek: search.get('sek') ?? '' }
    : { months: written(caps.months), sek: written(caps.sek) }
  const problem = Number(search.get('problem')) || mostDividing(view)
  return {
    authority: authorityOfSite(await localeOf(request)),
    ...view,
    portfolio: counted ? await findPortfolio(view, caps) : null,
    asked,
    typed,
    wrong,
    problem,
    chosen: search.get('problem'),
  }
}

/** An amount as it is typed, thousands apart: 8 000 000. */
const written = (amount: number | null) => (amount === null ? '' : new Intl.NumberFormat('sv-SE').format(amount))

export default function Result() {
  const { authority, round, results, portfolio, asked, typed, wrong, problem, chosen } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const { number } = round
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('rounds.many'), to: paths.rounds() },
          { label: t('rounds.short', { number }), to: paths.round(number) },
          { label: t('rounds.result.title', { number }) },
        ]}
      />
      <Page density="dense" record className="round-result">
        <PrintHead
          authority={authority.shortName}
          body={authority.name}
          record={t('rounds.named', { number, title: round.title })}
          date={round.revealedAt && date(round.revealedAt)}
          number={round.registryNumber && t('common.registryNumber', { number: round.registryNumber })}
          item={t(`rounds.status.${round.status}`)}
        />
        <ResultHead
          round={round}
          results={results}
          title={t('rounds.result.title', { number })}
          actions={<PrintButton>{t('rounds.result.print')}</PrintButton>}
        />
        <Section
          id="ranking"
          title={t('rounds.result.ranking')}
          intro={t('rounds.result.rankingIntro', { date: date(round.openedAt ?? round.createdAt) })}
          margin={<PartsLegend criteria={round.criteria} />}
        >
          <RankingTable round={round} results={results} />
          <p className="plot__links">
            <Link to={paths.roundAct(number, 'criteria')}>{t('rounds.result.criteria')}</Link>
            <CsvLink href={paths.roundAct(number, 'result.csv')} />
          </p>
        </Section>
        <CertaintySection round={round} results={results} />
        <UnitySection round={round} results={results} problem={problem} kept={asked ? typed : {}} />
        <PortfolioSection
          round={round}
          results={results}
          portfolio={portfolio}
          typed={typed}
          wrong={wrong}
          kept={chosen ? { problem: chosen } : {}}
        />
      </Page>
    </>
  )
}
