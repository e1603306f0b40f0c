import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button.tsx'
import { Said } from '~/components/ui/said.tsx'
import { Time } from '~/components/ui/time.tsx'
import { Timeline } from '~/components/ui/timeline.tsx'
import type { LedgerActRow, LedgerRow, LedgerStepRow } from '~/domain/problems/ledger-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

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
  return (row) => {
    if (!isAct(row))
      return t('problems.ledger.by', {
        name: row.actor ?? t('problems.ledger.system'),
        did: t(`problems.ledger.did.${didOf(row)}`),
      })
    const { by: names, act, needCount: count } = row
    return t('problems.ledger.by', {
      name: names.length > mostNamed ? t('common.organisations', { count: names.length }) : list(names),
      did: t(`problems.ledger.acts.${act}`, { count }),
    })
  }
}

/** What was done to a need changes the count without being a step of the problem. */
function ActBody({ row }: { row: LedgerActRow }) {
  const { t } = useI18n()
  const [first] = row.needs
  return row.needCount === 1 && first ? <p>{t('problems.ledger.addedOne', first)}</p> : <Needs row={row} />
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
          <Link to={`${paths.problem(number)}?asof=${row.at.toISOString()}`}>{t('problems.ledger.showThen')}</Link>
        )}
      </p>
      {row.needs.length > 0 && !isOne(row) && <Needs row={row} />}
      {row.reason && (
        <Said soft lang="sv">
          ”{row.reason}”
        </Said>
      )}
      {row.restorable && (
        <p>
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
  const more = row.needCount - row.needs.length
  return (
    <ul className="plain meta">
      {row.needs.map((need) => (
        <li key={need.id}>
          <Link to={paths.need(need.id)} lang="sv">
            {need.title}
          </Link>{' '}
          · {need.organisation}
        </li>
      ))}
      {more > 0 && <li>{t('problems.ledger.andMore', { count: more })}</li>}
    </ul>
  )
}

function useSentence(row: LedgerStepRow): string {
  const { t, list, date } = useI18n()
  const other = { number: row.other?.number ?? '', title: row.other?.title ?? t('problems.ledger.hidden') }
  const count = row.needCount
  const [first] = row.needs
  switch (row.entry) {
    case 'created':
      return count === 0 ? t('problems.ledger.createdEmpty') : t('problems.ledger.created', { count })
    case 'added':
      if (row.other) return t('problems.ledger.addedFrom', { count, ...other })
      return count === 1 && first ? t('problems.ledger.addedOne', first) : t('problems.ledger.added', { count })
    case 'removed':
      if (row.undo)
        return t(row.status === 'undone' ? 'problems.ledger.undoneCreate' : 'problems.ledger.undoneAdd', { count })
      if (row.other) return t('problems.ledger.removedTo', { count, ...other })
      return count === 1 && first ? t('problems.ledger.removedOne', first) : t('problems.ledger.removed', { count })
    case 'merged':
      return t('problems.ledger.merged', { count, ...other })
    case 'merged_into':
      return t('problems.ledger.mergedInto', other)
    case 'unmerged':
      return t(row.side === 'absorbed' ? 'problems.ledger.unmergedAbsorbed' : 'problems.ledger.unmergedKept', {
        count,
        ...other,
      })
    case 'split':
      return t('problems.ledger.split', { count, ...other })
    case 'split_from':
      return t('problems.ledger.splitFrom', { count, ...other })
    case 'renamed':
      return row.title !== null && row.title !== row.titleBefore
        ? t('problems.ledger.renamed', { title: row.title, before: row.titleBefore ?? '' })
        : t('problems.ledger.described')
    case 'endorsed':
      return t('problems.ledger.endorsed', { organisations: list(row.organisations) })
    case 'unendorsed':
      return t(didOf(row) === 'retracted' ? 'problems.ledger.retracted' : 'problems.ledger.unendorsed', {
        organisations: list(row.organisations),
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
