import { Marks } from '~/components/ui/marks.tsx'
import { Count, Row, Rows } from '~/components/ui/row.tsx'
import type { ProblemRow } from '~/domain/problems/problem-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ProblemStatus, useAreaName } from './problem-status.tsx'

/** Problems with their demand as a number and as one mark per organisation. */
export function ProblemRows({ problems, level }: { problems: readonly ProblemRow[]; level?: 3 | 4 }) {
  const { t, number } = useI18n()
  const areaName = useAreaName()
  return (
    <Rows ordered>
      {problems.map((problem) => (
        <Row
          key={problem.id}
          level={level}
          lang="sv"
          lead={
            <Count of={number(problem.demand)}>{t('problems.list.organisations', { count: problem.demand })}</Count>
          }
          title={problem.title}
          to={paths.problem(problem.number)}
          foot={[
            <ProblemStatus key="status" status={problem.status} />,
            areaName(problem.needArea),
            t('common.needs', { count: problem.needCount }),
            t('problems.numbered', { number: problem.number }),
          ]}
        >
          <Marks counts={problem.marks.counts} unconfirmed={problem.marks.unconfirmed} />
        </Row>
      ))}
    </Rows>
  )
}
