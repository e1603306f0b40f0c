import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { PlotFrame } from '~/components/ui/plot-frame.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Table } from '~/components/ui/table.tsx'
import type { DemandView } from '~/domain/problems/demand-view.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { DemandPicture, describe } from './demand-picture.tsx'

/** When organisations were last asked, and how many. */
interface Asked {
  at: Date
  count: number
}

/** Who has the problem, who has said no and who is silent. Coordinators can ask the silent. */
export function DemandSection({
  number,
  demand,
  asks,
  asked,
  full,
}: {
  /** Left out for the demand of an earlier day: that has no file, and nobody is asked of it. */
  number?: number
  demand: DemandView
  asks?: boolean
  asked?: Asked | null
  full?: boolean
}) {
  const { t } = useI18n()
  const message = useMessage(demand)
  const summary = [
    ...demand.groups.map((group) => describe(group, t)),
    t('problems.demand.silence'),
    t('problems.demand.register'),
  ]
  return (
    <Section title={t('problems.demand.title')} full={full}>
      <PlotFrame
        message={message}
        summary={summary.filter(Boolean).join(' ')}
        narrow={demand.groups.length > 0 && <DemandPicture groups={demand.groups} narrow />}
        table={<DemandTable demand={demand} />}
        csv={number === undefined ? undefined : paths.problemAct(number, 'demand.csv')}
      >
        <DemandPicture groups={demand.groups} />
      </PlotFrame>
      <Networks demand={demand} />
      {full && <Silent groups={demand.groups} />}
      {asks && number !== undefined && <Ask number={number} groups={demand.groups} asked={asked ?? null} />}
    </Section>
  )
}

function useMessage({ total, groups }: DemandView): string {
  const { t } = useI18n()
  if (total === 0) return t('problems.demand.messageNone')
  const quiet = (['municipality', 'region', 'state', 'other'] as const).flatMap((kind) =>
    groups.filter((group) => group.kind === kind && group.silent > 0),
  )[0]
  return t('problems.demand.message', {
    count: total,
    silent: quiet
      ? t(`problems.demand.quiet.${quiet.kind}`, { count: quiet.silent })
      : t('problems.demand.silentNobody'),
  })
}

function DemandTable({ demand }: { demand: DemandView }) {
  const { t, number } = useI18n()
  return (
    <Table
      caption={t('problems.demand.tableCaption')}
      rows={demand.groups}
      rowKey={(group) => group.kind}
      columns={[
        {
          key: 'group',
          rowHeader: true,
          head: t('problems.demand.groupColumn'),
          cell: (group) => t(`problems.demand.groups.${group.kind}`),
        },
        { key: 'shares', right: true, head: t('problems.demand.sharesColumn'), cell: (group) => number(group.shares) },
        {
          key: 'unconfirmed',
          right: true,
          head: t('problems.demand.unconfirmedColumn'),
          cell: (group) => number(group.unconfirmed),
        },
        { key: 'no', right: true, head: t('problems.demand.noColumn'), cell: (group) => number(group.no) },
        { key: 'silent', right: true, head: t('problems.demand.silentColumn'), cell: (group) => number(group.silent) },
        { key: 'of', right: true, head: t('problems.demand.ofColumn'), cell: (group) => number(group.of) },
      ]}
    />
  )
}

function Networks({ demand }: { demand: DemandView }) {
  const { t } = useI18n()
  const nameOf = useName()
  if (demand.networks.length === 0) return null
  return (
    <div className="silent">
      <h3>{t('problems.demand.networks')}</h3>
      <ul>
        {demand.networks.map((network) => (
          <li key={network.key}>
            <Link to={paths.network(network.key)}>{nameOf(network)}</Link>{' '}
            <span className="meta">{t('common.organisations', { count: network.organisations })}</span>
          </li>
        ))}
      </ul>
      <p className="meta">{t('problems.demand.networkHint')}</p>
    </div>
  )
}

/** The names of those that have said nothing, by kind, each list behind its number. */
function Silent({ groups }: { groups: DemandView['groups'] }) {
  const { t, number } = useI18n()
  const nameOf = useName()
  const quiet = groups.filter((group) => group.silent > 0)
  if (quiet.length === 0) return null
  return (
    <div className="silent no-print">
      <h3>{t('problems.demand.silentTitle')}</h3>
      {quiet.map(({ kind, silent, silentOnes }) => (
        <Disclosure key={kind} summary={`${t(`problems.demand.groups.${kind}`)}: ${number(silent)}`}>
          <ul>
            {silentOnes.map((organisation) => (
              <li key={organisation.id}>{nameOf(organisation)}</li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </div>
  )
}

/** One click asks the silent in the core; whom else to ask is chosen on a page of its own. */
function Ask({ number, groups, asked }: { number: number; groups: DemandView['groups']; asked: Asked | null }) {
  const { t, date } = useI18n()
  const core = groups.flatMap(({ silentOnes }) => silentOnes.filter((organisation) => organisation.core))
  return (
    <div className="silent no-print">
      {core.length > 0 && (
        <Form method="post" action={paths.problemAct(number, 'question')} className="actions">
          {core.map(({ id }) => (
            <input key={id} type="hidden" name="organisation" value={id} />
          ))}
          <Button small variant="secondary">
            {t('problems.actions.ask', { count: core.length })}
          </Button>
          <span className="meta">{t('problems.actions.askText')}</span>
        </Form>
      )}
      {asked && (
        <p className="meta">
          {t('problems.demand.lastAsked', {
            date: date(asked.at),
            organisations: t('common.organisations', { count: asked.count }),
          })}
        </p>
      )}
      <p>
        <Link to={paths.problemAct(number, 'question')}>{t('problems.actions.askOthers')}</Link>
      </p>
    </div>
  )
}
