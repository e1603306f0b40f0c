import { type Column, Table } from '~/components/ui/table.tsx'
import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText, useDecimals } from './names.ts'
import type { ScoredShown } from './result-view.ts'

/** Every number of one problem: the scores, their mean and spread, and what they add to the total. */
export function ScoreTable({
  problem,
  criteria,
}: {
  problem: Pick<ScoredShown, 'number' | 'parts' | 'total'>
  criteria: FrozenCriterion[]
}) {
  const { t } = useI18n()
  const two = useDecimals(2)
  const words = useCriterionText()
  const points = useDecimals(1)
  const name = (key: string) => {
    const criterion = criteria.find((one) => one.key === key)
    return criterion ? words(criterion).name : key
  }
  const columns: Column<ScoredShown['parts'][number]>[] = [
    { key: 'criterion', head: t('rounds.result.unityHead.criterion'), rowHeader: true, cell: ({ key }) => name(key) },
    { key: 'values', head: t('rounds.result.unityHead.values'), cell: ({ values }) => values.join(' ') },
    { key: 'mean', head: t('rounds.result.unityHead.mean'), right: true, cell: ({ mean }) => two(mean) },
    {
      key: 'deviation',
      head: t('rounds.result.unityHead.deviation'),
      right: true,
      // One score has no spread.
      cell: ({ values, deviation }) => (values.length > 1 ? two(deviation) : '–'),
    },
    { key: 'points', head: t('rounds.result.unityHead.points'), right: true, cell: (part) => points(part.points) },
  ]
  const foot = (
    <tr role="row">
      <th role="rowheader" scope="row">
        {t('rounds.result.head.total')}
      </th>
      <td role="cell" />
      <td role="cell" />
      <td role="cell" />
      <td role="cell" className="right" data-label={t('rounds.result.head.total')}>
        {problem.total === null ? '–' : points(problem.total)}
      </td>
    </tr>
  )
  return (
    <Table
      caption={t('rounds.result.unityCaption', { number: problem.number })}
      columns={columns}
      rows={problem.parts}
      rowKey={({ key }) => key}
      foot={foot}
      className="table--setup"
    />
  )
}
