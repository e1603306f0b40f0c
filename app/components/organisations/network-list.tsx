import { Link } from '@remix-run/react'
import { LinePlace } from '~/components/timeline/line-place.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Table } from '~/components/ui/table.tsx'
import type { NetworkOverview } from '~/domain/overview/organisation-overview.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** The list that a network has handed over, with its own references and statuses beside what has come of each need. */
export function NetworkList({ needs }: Pick<NetworkOverview, 'needs'>) {
  const { t } = useI18n()
  const name = useName()
  const words = useOwnWords()
  return (
    <Table
      caption={t('organisations.networks.list')}
      captionHidden
      rows={needs}
      rowKey={(need) => need.id}
      columns={[
        {
          key: 'reference',
          head: t('organisations.networks.columns.reference'),
          className: 'row-no',
          cell: (need) => need.networkReference ?? '–',
        },
        {
          key: 'title',
          head: t('organisations.networks.columns.title'),
          rowHeader: true,
          cell: (need) => (
            <Link to={paths.need(need.id)} className="said" lang={words}>
              {need.title}
            </Link>
          ),
        },
        {
          key: 'organisation',
          head: t('organisations.networks.columns.organisation'),
          cell: (need) => <Link to={paths.organisation(need.organisation.key)}>{name(need.organisation)}</Link>,
        },
        // A network that keeps no statuses has no column of dashes.
        ...(needs.some((need) => need.networkStatus)
          ? [
              {
                key: 'status',
                head: t('organisations.networks.columns.status'),
                cell: (need: (typeof needs)[number]) => need.networkStatus ?? '–',
              },
            ]
          : []),
        {
          key: 'relay',
          head: t('organisations.networks.columns.relay'),
          cell: (need) => t(`organisations.networks.relay.${need.relay}`),
        },
        {
          key: 'place',
          head: t('organisations.networks.columns.place'),
          cell: (need) => (
            <>
              <LinePlace place={need.line.place} />
              {need.line.problem && (
                <div className="members__problem">
                  <Link to={paths.problem(need.line.problem.number)}>
                    {t('problems.numbered', { number: need.line.problem.number })}
                  </Link>
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
