import { Link } from '@remix-run/react'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Confirm } from '~/components/ui/confirm.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { rowsGone } from '~/domain/needs/import.ts'
import type { findOutcome, ShownImport } from '~/domain/needs/import-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  list: ShownImport
  outcome: NonNullable<Awaited<ReturnType<typeof findOutcome>>> & { missing: number }
}

/** What an import became, its report, and the way to take it back. */
export function ImportOutcome({ list, outcome }: Props) {
  const { t, date, time } = useI18n()
  const network = useName()(list.network)
  const { totals } = list
  const submitted = (totals.new ?? 0) + (totals.duplicate ?? 0)
  const done = submitted + (totals.changed ?? 0)
  const undone = list.status === 'undone'
  const undoable = !undone && submitted > 0
  // The second time of day needs no "kl." of its own.
  const bare = (instant: Date) => time(instant).replace(/^kl\.\s/, '')
  return (
    <div className="job">
      <Notice
        kind={undone ? 'info' : 'success'}
        level={2}
        title={
          undone
            ? t('imports.done.undoneTitle')
            : done === 0
              ? t('imports.done.nothing')
              : t('imports.done.title', { count: done })
        }
      >
        <p>{undone ? t('imports.done.undoneText') : <Became totals={totals} />}</p>
      </Notice>
      {list.startedAt && list.finishedAt && (
        <p className="meta">
          {t('imports.done.who', {
            name: list.importedBy ?? t('common.unknownAuthor'),
            network: `${network}, ${date(list.startedAt)}`,
            from: time(list.startedAt),
            to: bare(list.finishedAt),
          })}{' '}
          {outcome.firstNumber &&
            outcome.lastNumber &&
            (outcome.firstNumber === outcome.lastNumber
              ? t('imports.done.oneNumber', { first: outcome.firstNumber })
              : t('imports.done.numbers', { first: outcome.firstNumber, last: outcome.lastNumber }))}
        </p>
      )}
      {!undone && submitted > 0 && <p>{t('imports.done.next', { count: totals.organisations ?? 0, network })}</p>}
      {!undone && outcome.missing > 0 && <p>{t('imports.done.missing', { count: outcome.missing })}</p>}
      <Actions>
        <a className="ds-button" href={paths.importAct(list.id, 'report.csv')} download>
          {t('imports.done.report', { rows: t('imports.rows', { count: list.rowCount }) })}
        </a>
        <LinkButton to={paths.network(list.network.key)} variant="secondary">
          {t('imports.done.needs')}
        </LinkButton>
        {undoable && outcome.touched === 0 && <UndoImport id={list.id} submitted={submitted} />}
      </Actions>
      {undoable && (
        <p className="meta">
          {outcome.touched > 0 ? t('imports.done.noUndo', { count: outcome.touched }) : t('imports.done.undoUntil')}
        </p>
      )}
      <p className="plot__links">
        <Link to={paths.importAct(list.id, 'rows')}>{t('imports.done.rows')}</Link>
        <Link to={paths.imports()}>{t('imports.done.another')}</Link>
      </p>
    </div>
  )
}

/** The sentence about what came of the rows, without what did not happen. */
function Became({ totals }: { totals: Record<string, number> }) {
  const { t, list } = useI18n()
  const linked = totals.linked ?? 0
  const fresh = (totals.new ?? 0) + (totals.duplicate ?? 0) - linked
  const what = [
    fresh > 0 && t('imports.done.new', { count: fresh }),
    (totals.changed ?? 0) > 0 && t('imports.done.changed', { count: totals.changed ?? 0 }),
    linked > 0 && t('imports.done.linked', { count: linked }),
  ].filter((part) => part !== false)
  const sentences = [
    what.length > 0 && t('imports.done.became', { what: list(what) }),
    (totals.bad ?? 0) > 0 && t('imports.done.skipped', { count: totals.bad ?? 0 }),
    (totals.repeats ?? 0) > 0 && t('imports.done.repeats', { count: totals.repeats ?? 0 }),
    (totals.unchanged ?? 0) > 0 && t('imports.done.unchanged', { count: totals.unchanged ?? 0 }),
    rowsGone(totals) > 0 && t('imports.done.gone', { count: rowsGone(totals) }),
    (totals.left ?? 0) > 0 && t('imports.done.left', { count: totals.left ?? 0 }),
  ]
  return sentences.filter(Boolean).join(' ')
}

function UndoImport({ id, submitted }: { id: string; submitted: number }) {
  const { t } = useI18n()
  const action = paths.importAct(id, 'undo')
  return (
    <Confirm
      to={action}
      action={action}
      variant="tertiary"
      trigger={t('imports.done.undo')}
      title={t('imports.done.undoQuestion')}
      yes={t('imports.done.undoYes')}
    >
      {t('imports.done.undoText', { count: submitted })}
    </Confirm>
  )
}
