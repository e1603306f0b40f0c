import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Legend } from '~/components/ui/plot-frame.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { needAreaKey, useGroupName, useDecimals, useShare } from './names.ts'
import { fillOf, PartsBar } from './parts-bar.tsx'
import type { ResultsShown, ScoredShown } from './result-view.ts'

interface Props {
  round: { number: number }
  results: ResultsShown
  /** Only so many. */
  first?: number
}

/** The order, with what each total is made of and how often it is among the first k. */
export function RankingTable({ round, results, first }: Props) {
  const { t, list } = useI18n()
  const points = useDecimals(1)
  const words = useOwnWords()
  const share = useShare()
  const { problems, acceptability, topPlaces } = results
  const top = new Map(
    problems.filter(({ place }) => place !== null).map((problem, at) => [problem.number, acceptability.top[at] ?? 0]),
  )
  const missing = ({ counted, recused, unfinished }: ScoredShown) => {
    if (recused + unfinished === 0 || counted === 0) return null
    const why = [
      recused > 0 && t('rounds.result.recusedHere', { count: recused }),
      unfinished > 0 && t('rounds.result.unfinishedHere', { count: unfinished }),
    ].filter((part) => part !== false)
    return t('rounds.result.counted', { counted, of: counted + recused + unfinished, why: list(why) })
  }
  const columns: Column<ScoredShown>[] = [
    {
      key: 'place',
      head: t('rounds.result.head.place'),
      check: true,
      className: 'rank-no',
      cell: ({ place }) => place ?? '–',
    },
    {
      key: 'problem',
      head: t('rounds.result.head.problem'),
      rowHeader: true,
      cell: (problem) => (
        <>
          <p className="said" lang={words}>
            <Link to={paths.problem(problem.number)}>{problem.title}</Link>
          </p>
          <p className="meta">
            {t('rounds.organisations', { count: problem.demand })}
            {problem.needArea && ` · ${t(needAreaKey(problem.needArea))}`}
            <span className="rank-more">
              {' · '}
              <Link to={`${paths.roundAct(round.number, 'result')}/${problem.number}`}>
                {t('rounds.result.scores')}
                <span className="visually-hidden"> {t('rounds.problem', { number: problem.number })}</span>
              </Link>
            </span>
          </p>
          {missing(problem) && <p className="meta">{missing(problem)}</p>}
        </>
      ),
    },
    {
      key: 'parts',
      head: t('rounds.result.head.parts'),
      className: 'parts-cell',
      label: null,
      cell: ({ groups, total }) =>
        total === null ? <span className="meta">{t('rounds.result.unassessed')}</span> : <PartsBar parts={groups} />,
    },
    {
      key: 'total',
      head: t('rounds.result.head.total'),
      right: true,
      cell: ({ total }) => <b>{total === null ? '–' : points(total)}</b>,
    },
  ]
  // Results from before the places followed the size of the round: everyone is among the first so many.
  if (topPlaces < top.size)
    columns.push({
      key: 'top',
      head: t('rounds.result.head.top', { count: topPlaces }),
      right: true,
      className: 'top-cell',
      cell: ({ number: own, place }) => (place === null ? '–' : share(top.get(own) ?? 0)),
    })
  return (
    <Table
      caption={t('rounds.result.ranking')}
      captionHidden
      columns={columns}
      rows={first ? problems.slice(0, first) : problems}
      rowKey={(problem) => problem.number}
      className="table--rank"
    />
  )
}

export function PartsLegend({ criteria }: { criteria: Pick<FrozenCriterion, 'group'>[] }) {
  const name = useGroupName()
  const used = [...new Set(criteria.map(({ group }) => group))]
  return <Legend entries={used.map((group) => ({ fill: fillOf(group), label: name(group) }))} />
}
