import { Link } from '@remix-run/react'
import { Highlighted } from '~/components/ui/highlighted.tsx'
import { Likeness } from '~/components/ui/likeness.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import type { ShownRow } from '~/domain/needs/import-rows.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { useRowNumber } from './check-tables.tsx'

/** Rows that are like needs that exist, with two choices each. `form` is the form that the choices belong to. */
export function DuplicateRows({ rows, caption, form }: { rows: ShownRow[]; caption: string; form: string }) {
  const { t } = useI18n()
  const rowNumber = useRowNumber()
  const columns: Column<ShownRow>[] = [
    rowNumber((row) => row.number),
    {
      key: 'need',
      head: t('imports.preview.duplicates.inFile'),
      label: null,
      className: 'wide',
      cell: (row) => <NeedWords title={row.title} organisation={row.organisation} />,
    },
    {
      key: 'like',
      head: t('imports.preview.duplicates.like'),
      label: null,
      className: 'wide stack-tight',
      cell: (row) => <Original row={row} />,
    },
    {
      key: 'choice',
      head: t('imports.preview.duplicates.choice'),
      label: null,
      cell: (row) => <Choice row={row} form={form} />,
    },
  ]
  return (
    <Table
      className="table--check"
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.number}
    />
  )
}

function NeedWords({ title, organisation }: Pick<ShownRow, 'title' | 'organisation'>) {
  const nameOf = useName()
  return (
    <>
      <p className="said">{title}</p>
      <p className="meta">{nameOf(organisation)}</p>
    </>
  )
}

function Original({ row: { original, likeness } }: { row: ShownRow }) {
  const { t } = useI18n()
  const nameOf = useName()
  if (!original || !likeness) return <p>{t('imports.preview.duplicates.hidden')}</p>
  return (
    <>
      <p>
        <Likeness band={likeness.band} />
      </p>
      <p className="said">
        <Link to={paths.need(original.id)}>{original.title}</Link>
      </p>
      <p className="meta">{nameOf(original.organisation)}</p>
      <p>
        {likeness.sameOrganisation && `${t('imports.preview.duplicates.sameOrganisation')} `}
        <Highlighted parts={likeness.why} />
      </p>
    </>
  )
}

/** To link is proposed only where the same organisation has nearly the same words; nothing is linked unseen. */
function Choice({ row, form }: { row: ShownRow; form: string }) {
  const { t } = useI18n()
  const proposed = row.likeness?.band === 'very' && row.likeness.sameOrganisation ? 'link' : 'import'
  return (
    <fieldset className="answers">
      <legend className="visually-hidden">{t('imports.preview.duplicates.choiceOf', { number: row.number })}</legend>
      {(['link', 'import'] as const).map((choice) => (
        <label key={choice} className="choice">
          <input
            className="radio"
            type="radio"
            form={form}
            name={`row-${row.number}`}
            value={choice}
            defaultChecked={(row.choice ?? proposed) === choice}
          />
          <span>
            {t(`imports.preview.duplicates.${choice}`)}
            {choice === proposed && <span className="meta"> {t('imports.preview.duplicates.proposed')}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
