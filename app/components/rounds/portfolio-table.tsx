import { useOwnWords } from '~/components/ui/own-words.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { placed, type ResultsShown, type ScoredShown } from './result-view.ts'

interface Props {
  results: ResultsShown
  chosen: number[]
  months: number
  sek: number
}

/** What fits, by place, then what does not. */
export function PortfolioTable({ results, chosen, months, sek }: Props) {
  const { t, number } = useI18n()
  const words = useOwnWords()
  const fits = ({ number: own }: ScoredShown) => chosen.includes(own)
  const all = placed(results)
  const rows = [...all.filter(fits), ...all.filter((problem) => !fits(problem))]
  const columns: Column<ScoredShown>[] = [
    {
      key: 'problem',
      head: t('rounds.result.portfolioHead.problem'),
      rowHeader: true,
      cell: ({ title }) => (
        <p className="said" lang={words}>
          {title}
        </p>
      ),
    },
    {
      key: 'fits',
      head: t('rounds.result.portfolioHead.fits'),
      cell: (problem) => (fits(problem) ? t('common.yes') : t('common.no')),
    },
    { key: 'place', head: t('rounds.result.portfolioHead.place'), right: true, cell: ({ place }) => place },
    {
      key: 'months',
      head: t('rounds.result.portfolioHead.months'),
      right: true,
      cell: ({ personMonths }) => number(personMonths),
    },
    {
      key: 'sek',
      head: t('rounds.result.portfolioHead.sek'),
      right: true,
      cell: ({ sek: kronor }) => number(kronor / 1e6, 2),
    },
  ]
  const foot = (
    <tr role="row">
      <th role="rowheader" scope="row">
        {t('rounds.result.portfolioSum')}
      </th>
      <td role="cell" />
      <td role="cell" />
      <td role="cell" className="right" data-label={t('rounds.result.portfolioHead.months')}>
        {number(months)}
      </td>
      <td role="cell" className="right" data-label={t('rounds.result.portfolioHead.sek')}>
        {number(sek / 1e6, 2)}
      </td>
    </tr>
  )
  return (
    <Table
      caption={t('rounds.result.portfolioCaption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(problem) => problem.number}
      rowClass={(problem) => (fits(problem) ? undefined : 'is-out')}
      foot={foot}
    />
  )
}
