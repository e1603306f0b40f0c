import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { needAreaKey, useAmounts } from './names.ts'
import type { AssessorShown, ProblemShown } from './round-view.ts'

/** The problems of a round, by the order they were put in. */
export function ProblemList({ problems, effort }: { problems: ProblemShown[]; effort?: boolean }) {
  const { t, number } = useI18n()
  const words = useOwnWords()
  const { months, sek } = useAmounts()
  const columns: Column<ProblemShown>[] = [
    {
      key: 'problem',
      head: t('rounds.choose.problem'),
      rowHeader: true,
      cell: (problem) => (
        <>
          <p className="said" lang={words}>
            <Link to={paths.problem(problem.number)}>{problem.title}</Link>
          </p>
          <p className="meta">
            {t('rounds.problem', { number: problem.number })}
            {problem.needArea && ` · ${t(needAreaKey(problem.needArea))}`}
          </p>
        </>
      ),
    },
    { key: 'demand', head: t('rounds.choose.demand'), right: true, cell: ({ demand }) => number(demand) },
  ]
  if (effort)
    columns.push({
      key: 'effort',
      head: t('rounds.dossier.effort'),
      cell: ({ personMonths, sek: kronor }) =>
        personMonths === 0 && kronor === 0 ? t('rounds.dossier.noEffort') : `${months(personMonths)}, ${sek(kronor)}`,
    })
  return (
    <Table
      caption={t('rounds.overview.problems')}
      captionHidden
      columns={columns}
      rows={problems}
      rowKey={(problem) => problem.number}
      className="table--setup"
    />
  )
}

export function PeopleList({ people }: { people: AssessorShown[] }) {
  const nameOf = useName()
  return (
    <ul className="plain">
      {people.map(({ personId, name, organisation }) => (
        <li key={personId}>
          <b>{name}</b>
          {organisation && <span className="meta"> {nameOf(organisation)}</span>}
        </li>
      ))}
    </ul>
  )
}
