import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Said } from '~/components/ui/said.tsx'
import { Time } from '~/components/ui/time.tsx'
import { Timeline } from '~/components/ui/timeline.tsx'
import type { LedgerActRow, LedgerRow, LedgerStepRow } from '~/domain/problems/ledger-queries.server.ts'
import { paths } from '~/http/paths.ts'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** What was done to a problem: when, by whom, what and why. */
export function LedgerList({ number, rows }: { number: number; rows: readonly LedgerRow[] }) {
  const { t } = useI18n()
  const by = useBy()
  return (
    <Timeline
      ledger
      label={t('problems.ledger.label')}
      stations={rows.map((row) => ({
        key: row.id,
        when: (
          <>
            <Time at={row.at} withTime /> · {by(row)}
          </>
        ),
        body: isAct(row) ? <ActBody row={row} /> : <LedgerBody number={number} row={row} />,
      }))}
    />
  )
}

const isAct = (row: LedgerRow): row is LedgerActRow => 'act' in row
/** More organisations than this are counted, not named. */
const mostNamed = 3

/** Who did what. */
function useBy(): (row: LedgerRow) => string {
  const { t, list } = useI18n()
  const nameOf = useName()
  return (row) => {
    if (!isAct(row))
      return t('problems.ledger.by', {
        name: row.actor ?? t('problems.ledger.system'),
        did: t(`problems.ledger.did.${didOf(row)}`),
      })
    const { by: names, act, needCount: count } = row
    return t('problems.ledger.by', {
      name: names.length > mostNamed ? t('common.organisations', { count: names.length }) : list(names.map(nameOf)),
      did: t(`problems.ledger.acts.${act}`, { count }),
    })
  }
}

function AboutNeed({ of, need: { title, organisation } }: { of: Key; need: LedgerRow['needs'][number] }) {
  return <Sentence of={of} values={{ organisation: useName()(organisation) }} parts={{ title }} />
}

/** What was done to a need changes the count without being a step of the problem. */
function ActBody({ row }: { row: LedgerActRow }) {
  const [first] = row.needs
  return row.needCount === 1 && first ? (
    <p>
      <AboutNeed of="problems.ledger.addedOne" need={first} />
    </p>
  ) : (
    <Needs row={row} />
  )
}

function didOf({
  entry,
  answer,
  undo,
  other,
}: LedgerStepRow): LedgerStepRow['entry'] | 'retracted' | 'moved' | 'undone' {
  if (undo) return 'undone'
  if (other && (entry === 'added' || entry === 'removed')) return 'moved'
  return entry === 'unendorsed' && answer !== 'does_not' ? 'retracted' : entry
}

function LedgerBody({ number, row }: { number: number; row: LedgerStepRow }) {
  const { t } = useI18n()
  const sentence = useSentence(row)
  return (
    <>
      <p>
        {sentence}{' '}
        {row.demand !== null && row.entry !== 'status' && row.entry !== 'renamed' && (
          <>{t('common.organisations', { count: row.demand })}. </>
        )}
        {row.suggested && `${t('problems.ledger.suggested')} `}
        {row.entry === 'frozen' && (
          <Link className="no-print" to={`${paths.problem(number)}?asof=${row.at.toISOString()}`}>
            {t('problems.ledger.showThen')}
          </Link>
        )}
      </p>
      {row.needs.length > 0 && !isOne(row) && <Needs row={row} />}
      {row.reason && (
        <Said soft lang="sv">
          ”{row.reason}”
        </Said>
      )}
      {row.restorable && (
        <p className="no-print">
          <Link to={`${paths.problemAct(number, 'name')}?from=${row.id}`}>{t('problems.ledger.restore')}</Link>
        </p>
      )}
      {row.undoable && row.other && (
        <Form method="get" action={paths.problemAct(row.other.number, 'unmerge')}>
          <Button small variant="tertiary">
            {t('problems.ledger.undoMerge')}
          </Button>
        </Form>
      )}
    </>
  )
}

const isOne = (row: LedgerStepRow) =>
  row.needCount === 1 && (row.entry === 'added' || row.entry === 'removed') && !row.other && !row.undo

function Needs({ row }: { row: Pick<LedgerRow, 'needs' | 'needCount'> }): ReactNode {
  const { t } = useI18n()
  const nameOf = useName()
  const more = row.needCount - row.needs.length
  return (
    <ul className="plain meta">
      {row.needs.map((need) => (
        <li key={need.id}>
          <Link to={paths.need(need.id)} lang="sv">
            {need.title}
          </Link>{' '}
          · {nameOf(need.organisation)}
        </li>
      ))}
      {more > 0 && <li>{t('problems.ledger.andMore', { count: more })}</li>}
    </ul>
  )
}

function useSentence(row: LedgerStepRow): ReactNode {
  const { t, list, date } = useI18n()
  const nameOf = useName()
  const { other, needCount: count } = row
  const aboutOther = (of: Key) =>
    other ? (
      <Sentence of={of} values={{ count, number: other.number }} parts={{ title: other.title }} />
    ) : (
      t(of, { count, number: '', title: t('problems.ledger.hidden') })
    )
  const [first] = row.needs
  switch (row.entry) {
    case 'created':
      return count === 0 ? t('problems.ledger.createdEmpty') : t('problems.ledger.created', { count })
    case 'added':
      if (other) return aboutOther('problems.ledger.addedFrom')
      return count === 1 && first ? (
        <AboutNeed of="problems.ledger.addedOne" need={first} />
      ) : (
        t('problems.ledger.added', { count })
      )
    case 'removed':
      if (row.undo)
        return t(row.status === 'undone' ? 'problems.ledger.undoneCreate' : 'problems.ledger.undoneAdd', { count })
      if (other) return aboutOther('problems.ledger.removedTo')
      return count === 1 && first ? (
        <AboutNeed of="problems.ledger.removedOne" need={first} />
      ) : (
        t('problems.ledger.removed', { count })
      )
    case 'merged':
      return aboutOther('problems.ledger.merged')
    case 'merged_into':
      return aboutOther('problems.ledger.mergedInto')
    case 'unmerged':
      return aboutOther(row.side === 'absorbed' ? 'problems.ledger.unmergedAbsorbed' : 'problems.ledger.unmergedKept')
    case 'split':
      return aboutOther('problems.ledger.split')
    case 'split_from':
      return aboutOther('problems.ledger.splitFrom')
    case 'renamed':
      return row.title !== null && row.title !== row.titleBefore ? (
        <Sentence of="problems.ledger.renamed" parts={{ title: row.title, before: row.titleBefore ?? '' }} />
      ) : (
        t('problems.ledger.described')
      )
    case 'endorsed':
      return t('problems.ledger.endorsed', { organisations: list(row.organisations.map(nameOf)) })
    case 'unendorsed':
      return t(didOf(row) === 'retracted' ? 'problems.ledger.retracted' : 'problems.ledger.unendorsed', {
        organisations: list(row.organisations.map(nameOf)),
      })
    case 'status':
      return [
        row.status && t('problems.ledger.status', { status: t(`problems.status.${row.status}`) }),
        row.wakeOn && t('problems.ledger.wakeOn', { date: date(row.wakeOn) }),
        row.wakeWhen && t('problems.ledger.wakeWhen', { when: row.wakeWhen }),
      ]
        .filter(Boolean)
        .join(' ')
    case 'frozen':
      return t('problems.ledger.frozen', { round: row.round ?? '' })
  }
}
