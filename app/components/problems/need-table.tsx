import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Status } from '~/components/ui/status.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { ListedNeed, Member } from '~/domain/problems/member-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  number: number
  needs: readonly (Member | ListedNeed)[]
  /** All that the viewer may see; more than `needs` when only the first are shown. */
  total: number
  /** The page with all of them, or with the first again. */
  allTo?: string
  fewerTo?: string
  /** Shows checkboxes and what can be done with the chosen ones. */
  builds: boolean
}

/** The needs of a problem, in their organisations' words. Coordinators tick some and choose what to do with them. */
export function NeedTable({ number, needs, total, allTo, fewerTo, builds }: Props) {
  const { t } = useI18n()
  if (needs.length === 0)
    return (
      <EmptyState level={3} title={t('problems.page.noNeeds')}>
        {builds ? t('problems.page.noNeedsText') : null}
      </EmptyState>
    )
  const table = (
    <>
      <NeedRows needs={needs} builds={builds} />
      {needs.length < total && (
        <p className="only-print meta">{t('problems.page.onPaper', { shown: needs.length, count: total })}</p>
      )}
    </>
  )
  const more = (
    <p className="more">
      {allTo && needs.length < total && (
        <Link to={allTo} preventScrollReset>
          {t('problems.page.allNeeds', { count: total })}
        </Link>
      )}
      {fewerTo && (
        <Link to={fewerTo} preventScrollReset>
          {t('problems.page.fewerNeeds')}
        </Link>
      )}
    </p>
  )
  if (!builds)
    return (
      <>
        {table}
        {(allTo || fewerTo) && more}
      </>
    )
  return (
    <Form method="post" action={paths.problemAct(number, 'removal')}>
      {table}
      <div className="bulk">
        <p className="label" id="chosen">
          {t('problems.page.selected')}
        </p>
        <div className="actions" role="group" aria-labelledby="chosen">
          <Button small variant="secondary" formMethod="get" formAction={paths.problemAct(number, 'move')}>
            {t('problems.actions.moveSelected')}
          </Button>
          <Button small variant="secondary" formMethod="get" formAction={paths.problemAct(number, 'split')}>
            {t('problems.actions.splitSelected')}
          </Button>
          <Button small variant="tertiary">
            {t('problems.actions.removeSelected')}
          </Button>
        </div>
        {more}
      </div>
    </Form>
  )
}

function NeedRows({ needs, builds }: Pick<Props, 'needs' | 'builds'>) {
  const { t } = useI18n()
  const nameOf = useName()
  type Row = Props['needs'][number]
  const columns: Column<Row>[] = [
    ...(builds
      ? [
          {
            key: 'check',
            check: true,
            head: <span className="visually-hidden">{t('problems.page.select')}</span>,
            cell: (need: Row) => (
              <input
                className="checkbox"
                type="checkbox"
                name="need"
                value={need.id}
                aria-label={t('problems.page.selectNeed', {
                  organisation: nameOf(need.organisation),
                  title: need.title,
                })}
              />
            ),
          },
        ]
      : []),
    {
      key: 'need',
      rowHeader: true,
      head: t('problems.page.needColumn'),
      cell: (need) => (
        <>
          <p className="said" lang="sv">
            <Link to={paths.need(need.id)}>{need.title}</Link>
          </p>
          <p className="meta">{nameOf(need.organisation)}</p>
        </>
      ),
    },
    {
      key: 'via',
      head: t('problems.page.viaColumn'),
      cell: (need) => (need.network ? nameOf(need.network) : t('problems.page.direct')),
    },
    { key: 'confirmation', head: t('problems.page.confirmationColumn'), cell: (need) => <Confirmation need={need} /> },
    ...(needs.some((need) => 'addedAt' in need)
      ? [
          {
            key: 'added',
            right: true,
            head: t('problems.page.addedColumn'),
            cell: (need: Row) => ('addedAt' in need ? <Time at={need.addedAt} /> : null),
          },
        ]
      : []),
  ]
  return (
    <Table
      className="table--needs"
      caption={t('problems.page.needsTitle')}
      captionHidden
      columns={columns}
      rows={needs}
      rowKey={(need) => need.id}
    />
  )
}

function Confirmation({ need }: { need: ListedNeed }) {
  const { t } = useI18n()
  if (need.status === 'withdrawn') return t('problems.page.withdrawn')
  if (need.relay === 'disowned') return t('problems.page.disowned')
  if (need.relay === 'unconfirmed') return <Status step="proposed">{t('problems.page.waiting')}</Status>
  return t('problems.page.confirmed')
}
