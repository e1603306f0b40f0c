import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Confirm } from '~/components/ui/confirm.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { More, Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type RowResult, rowsGone, rowsToRun } from '~/domain/needs/import.ts'
import type { FaultKind } from '~/domain/needs/import-faults.ts'
import type { MissingNeeds as Missing } from '~/domain/needs/import-missing.server.ts'
import type { ShownImport } from '~/domain/needs/import-queries.server.ts'
import type { ShownRow } from '~/domain/needs/import-rows.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { ChangedRows, FaultKinds, ProblemRows } from './check-tables.tsx'
import { DuplicateRows } from './duplicate-rows.tsx'
import { ImportRows } from './import-rows.tsx'
import { MissingNeeds } from './missing-needs.tsx'
import { Tally } from './tally.tsx'

const runForm = 'run-import'

interface Props {
  list: ShownImport
  rows: Record<'bad' | 'duplicate' | 'changed' | 'new' | 'withdrawn' | 'disowned' | 'remarks', ShownRow[]>
  missing: Missing
  /** Of the rows that are not read in; empty where all of these are shown. */
  faultKinds: FaultKind[]
}

/** What every row becomes: counts, what is wrong, what to choose, what changes, and the button that submits. */
export function ImportPreview({ list, rows, missing, faultKinds }: Props) {
  const { t } = useI18n()
  const nameOf = useName()
  const { totals } = list
  const network = nameOf(list.network)
  const count = (result: string) => totals[result] ?? 0
  const gone = [...rows.withdrawn, ...rows.disowned]
  const all = (result: RowResult) =>
    count(result) > rows[result as 'new'].length && (
      <More to={`${paths.importAct(list.id, 'rows')}?result=${result}`}>
        {t('imports.preview.all', { count: count(result) })}
      </More>
    )
  return (
    <>
      <ImportTally list={list} />
      {rows.bad.length > 0 && (
        <Part title={t('imports.preview.bad.title', { count: count('bad') })} intro={t('imports.preview.bad.intro')}>
          {faultKinds.length > 0 && <FaultKinds kinds={faultKinds} />}
          <ProblemRows
            rows={rows.bad}
            caption={
              faultKinds.length > 0
                ? t('imports.preview.bad.first', { count: rows.bad.length })
                : t('imports.preview.bad.title', { count: count('bad') })
            }
            captionHidden={faultKinds.length === 0}
            faults
          />
          <p className="plot__links">
            <a href={paths.importAct(list.id, 'bad-rows.csv')} download>
              {t('imports.preview.bad.download')}
            </a>
            <Link to={paths.imports()}>{t('imports.preview.bad.newFile')}</Link>
          </p>
          {all('bad')}
        </Part>
      )}
      {rows.duplicate.length > 0 && (
        <Part
          title={t('imports.preview.duplicates.title', { count: count('duplicate') })}
          intro={t('imports.preview.duplicates.intro')}
        >
          <DuplicateRows
            rows={rows.duplicate}
            caption={t('imports.preview.duplicates.title', { count: count('duplicate') })}
            form={runForm}
          />
          {count('duplicate') > rows.duplicate.length && (
            <p>{t('imports.preview.duplicates.more', { count: count('duplicate') - rows.duplicate.length })}</p>
          )}
        </Part>
      )}
      {rows.remarks.length > 0 && (
        <Part
          title={t('imports.preview.remarks.title', { count: count('remarks') })}
          intro={t('imports.preview.remarks.intro')}
        >
          <ProblemRows
            rows={rows.remarks}
            caption={t('imports.preview.remarks.title', { count: count('remarks') })}
            faults={false}
          />
        </Part>
      )}
      {gone.length > 0 && (
        <Part
          title={t('imports.preview.gone.title', { count: rowsGone(totals) })}
          intro={t('imports.preview.gone.intro', { count: rowsGone(totals) })}
        >
          <ImportRows rows={gone} caption={t('imports.preview.gone.title', { count: rowsGone(totals) })} />
          {all('withdrawn')}
          {all('disowned')}
        </Part>
      )}
      {rows.changed.length > 0 && (
        <Part
          title={t('imports.preview.changed.title', { count: count('changed') })}
          intro={t('imports.preview.changed.intro')}
        >
          <ChangedRows rows={rows.changed} caption={t('imports.preview.changed.title', { count: count('changed') })} />
          {all('changed')}
        </Part>
      )}
      {rows.new.length > 0 && (
        <Part
          title={t('imports.preview.new.title', { count: count('new') })}
          intro={t('imports.preview.new.intro', { network })}
        >
          <Rows>
            {rows.new.map((row) => (
              <Row
                key={row.number}
                compact
                title={row.title}
                foot={[t('imports.row', { number: row.number }), nameOf(row.organisation), row.reference]}
              />
            ))}
          </Rows>
          {all('new')}
        </Part>
      )}
      {missing.total > 0 && (
        <Part
          title={t('imports.preview.missing.title', { count: missing.total })}
          intro={t('imports.preview.missing.intro')}
        >
          <MissingNeeds missing={missing} network={list.network.key} />
        </Part>
      )}
      <Go list={list} />
    </>
  )
}

function Part({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  return (
    <Section title={title} intro={intro} full>
      {children}
    </Section>
  )
}

function ImportTally({ list: { totals, rowCount } }: { list: ShownImport }) {
  const { t, number } = useI18n()
  const part = (key: 'changed' | 'duplicate' | 'bad', fill: 's2' | 's3' | 's4') => ({
    key,
    fill,
    label: t(`imports.preview.tally.${key}`),
    count: totals[key] ?? 0,
    note: t(`imports.preview.tally.${key}Note`),
  })
  const fresh = {
    key: 'new',
    fill: 's1' as const,
    label: t('imports.preview.tally.new'),
    count: totals.new ?? 0,
    note: t('imports.preview.tally.newNote', { count: totals.organisations ?? 0 }),
  }
  const aside = [
    { key: 'unchanged' as const, count: totals.unchanged ?? 0 },
    { key: 'gone' as const, count: rowsGone(totals) },
  ].filter((one) => one.count > 0)
  return (
    <>
      <Tally
        parts={[fresh, part('changed', 's2'), part('duplicate', 's3'), part('bad', 's4')]}
        total={aside.reduce((rows, one) => rows - one.count, rowCount)}
      />
      {aside.map(({ key, count }) => (
        <p key={key} className="meta">
          {t(`imports.preview.tally.${key}`)}: {number(count)}, {t(`imports.preview.tally.${key}Note`)}
        </p>
      ))}
    </>
  )
}

function Go({ list }: { list: ShownImport }) {
  const { t } = useI18n()
  const ready = rowsToRun(list.totals)
  const skipped = list.totals.bad ?? 0
  const removal = paths.importAct(list.id, 'removal')
  return (
    <div className="import__go">
      {ready > 0 ? (
        <>
          <h2>{t('imports.preview.go.title', { count: ready })}</h2>
          <p className="measure">
            {t('imports.preview.go.text')} {skipped > 0 && t('imports.preview.go.skipped', { count: skipped })}
          </p>
        </>
      ) : (
        <Notice level={2} title={t('imports.preview.nothing')}>
          {t('imports.preview.nothingText')}
        </Notice>
      )}
      <Form method="post" id={runForm} action={paths.importAct(list.id, 'run')}>
        <Actions>
          {ready > 0 && <Button>{t('imports.preview.go.title', { count: ready })}</Button>}
          <LinkButton to={paths.importAct(list.id, 'columns')} variant="secondary">
            {t('imports.preview.go.back')}
          </LinkButton>
          <LinkButton to={paths.imports()} variant="tertiary">
            {t('imports.preview.go.later')}
          </LinkButton>
        </Actions>
      </Form>
      <Actions>
        <Confirm
          to={removal}
          action={removal}
          variant="tertiary"
          trigger={t('imports.preview.discard')}
          title={t('imports.preview.discardQuestion')}
          yes={t('imports.preview.discardYes')}
        >
          {t('imports.preview.discardText')}
        </Confirm>
      </Actions>
    </div>
  )
}
