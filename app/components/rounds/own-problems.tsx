import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Status, type StatusStep } from '~/components/ui/status.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import type { Progress } from '~/domain/priorities/assessment.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { OwnRound } from './assess-progress.tsx'

const steps: Record<Progress, StatusStep> = { none: 'open', some: 'decided', done: 'resolved', recused: 'parked' }

/** The problems of the round and how far the assessor has come with each. */
export function OwnProblems({ round, criteria }: { round: OwnRound; criteria: number }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const columns: Column<OwnRound['problems'][number]>[] = [
    {
      key: 'problem',
      head: t('rounds.assess.table.problem'),
      rowHeader: true,
      cell: ({ number, title }) => (
        <>
          <p className="said" lang={words}>
            <Link to={paths.assessment(round.number, number)}>{title}</Link>
          </p>
          <p className="meta">{t('rounds.problem', { number })}</p>
        </>
      ),
    },
    {
      key: 'progress',
      head: t('rounds.assess.table.progress'),
      cell: ({ progress, scored }) => (
        <Status step={steps[progress]}>{t(`rounds.assess.progress.${progress}`, { scored, of: criteria })}</Status>
      ),
    },
  ]
  return (
    <Table
      caption={t('rounds.assess.problems')}
      captionHidden
      columns={columns}
      rows={round.problems}
      rowKey={({ number }) => number}
      className="table--setup"
    />
  )
}
