import { LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { PrintHead } from '~/components/ui/print-head.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { DemandView } from '~/domain/problems/demand-view.server.ts'
import type { FoundProblem } from '~/domain/problems/problem-queries.server.ts'
import { canBecome, isBuildable, named } from '~/domain/problems/problem.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ProblemStatus, useAreaName } from './problem-status.tsx'

interface Props {
  problem: FoundProblem
  demand: DemandView
  /** Latest place in a round whose result the viewer may see. */
  place?: { roundNumber: number; place: number; of: number }
  builds: boolean
  /** The follow button, for those who have signed in. */
  follow?: React.ReactNode
}

/** Of the printed page: a problem changes, so paper says of which day it is. */
export function ProblemPrintHead({
  authority,
  problem,
  asOf,
}: {
  authority: { name: string; shortName: string }
  problem: FoundProblem
  asOf: Date
}) {
  const { t, date } = useI18n()
  return (
    <PrintHead
      authority={authority.shortName}
      body={authority.name}
      record={t('problems.one')}
      date={t('problems.page.asOf', { date: date(asOf) })}
      number={t('problems.numbered', named(problem))}
    />
  )
}

export function ProblemHead({ problem, demand, place, builds, follow }: Props) {
  const { t } = useI18n()
  const areaName = useAreaName()
  const needs = t('common.needs', { count: problem.needCount })
  return (
    <PageHead
      kind={{ glyph: 'problem', text: t('problems.kindNumber', { number: problem.number }) }}
      status={<ProblemStatus status={problem.status} />}
      notes={[
        areaName(problem.needArea),
        problem.responsible && t('problems.page.responsible', { name: problem.responsible }),
      ]}
      title={<span lang="sv">{problem.title}</span>}
      actions={
        builds || follow ? (
          <>
            {builds && <BuildActions problem={problem} />}
            {follow}
          </>
        ) : undefined
      }
      facts={[
        { label: t('problems.page.sharedBy'), value: t('common.organisations', { count: demand.total }) },
        {
          label: t('problems.page.needs'),
          value:
            demand.unconfirmed > 0 ? t('problems.page.needsUnconfirmed', { needs, count: demand.unconfirmed }) : needs,
        },
        demand.networks.length > 0 && {
          label: t('problems.page.cameBy'),
          value: t('problems.page.networks', { count: demand.networks.length }),
        },
        place && {
          label: t('problems.page.place', { number: place.roundNumber }),
          value: t('problems.page.placeOf', { place: place.place, of: place.of }),
        },
        { label: t('problems.page.created'), value: <Time at={problem.createdAt} /> },
      ]}
    />
  )
}

/** What can be done with the problem as it stands; the first is the primary one. */
function BuildActions({ problem: { number, status } }: { problem: FoundProblem }) {
  const { t } = useI18n()
  const act = (noun: string) => paths.problemAct(number, noun)
  const builds = isBuildable(status)
  return (
    <>
      {status === 'proposed' && <LinkButton to={act('opening')}>{t('problems.actions.open')}</LinkButton>}
      {builds && (
        <LinkButton variant={status === 'proposed' ? 'secondary' : 'primary'} to={act('addition')}>
          {t('problems.actions.add')}
        </LinkButton>
      )}
      {builds && (
        <LinkButton variant="secondary" to={act('merge')}>
          {t('problems.actions.merge')}
        </LinkButton>
      )}
      {builds && (
        <LinkButton variant="secondary" to={act('split')}>
          {t('problems.actions.split')}
        </LinkButton>
      )}
      {builds && (
        <LinkButton variant="tertiary" to={act('name')}>
          {t('problems.actions.rename')}
        </LinkButton>
      )}
      {canBecome(status, 'parked') && status !== 'in_round' && (
        <LinkButton variant="tertiary" to={act('parking')}>
          {t('problems.actions.park')}
        </LinkButton>
      )}
      {['proposed', 'open', 'parked'].includes(status) && (
        <LinkButton variant="tertiary" to={act('declining')}>
          {t('problems.actions.decline')}
        </LinkButton>
      )}
      {['parked', 'declined', 'resolved'].includes(status) && (
        <LinkButton variant={status === 'parked' ? 'tertiary' : 'primary'} to={act('waking')}>
          {t('problems.actions.wake')}
        </LinkButton>
      )}
      {status === 'merged' && (
        <LinkButton variant="secondary" to={act('unmerge')}>
          {t('problems.ledger.undoMerge')}
        </LinkButton>
      )}
    </>
  )
}

/** What one has to know before reading on. */
export function ProblemNotice({ problem, builds }: { problem: FoundProblem; builds: boolean }) {
  const { t, date } = useI18n()
  const { status, mergedInto, wakeOn, wakeWhen, parkedReason } = problem
  if (status === 'merged' && mergedInto)
    return (
      <Notice className="workbench__notice" title={t('problems.page.merged')}>
        <p>{t('problems.page.mergedText', named(mergedInto))}</p>
        <p className="actions">
          <LinkButton variant="secondary" small to={paths.problem(mergedInto.number)}>
            {t('problems.page.toMerged', named(mergedInto))}
          </LinkButton>
        </p>
      </Notice>
    )
  if (status === 'parked') {
    const wake = [
      wakeOn && t('problems.page.parkedUntil', { date: date(wakeOn) }),
      wakeWhen && t('problems.page.parkedWhen', { when: wakeWhen }),
      parkedReason,
    ].filter(Boolean)
    return (
      <Notice className="workbench__notice" title={t('problems.page.parked')}>
        {wake.join(' ')}
      </Notice>
    )
  }
  if (status === 'undone')
    return (
      <Notice className="workbench__notice" title={t('problems.page.undone')}>
        {t('problems.page.undoneText')}
      </Notice>
    )
  if (status === 'declined') return <Notice className="workbench__notice" title={t('problems.page.declined')} />
  if (!builds) return null
  if (status === 'proposed')
    return (
      <Notice className="workbench__notice" title={t('problems.page.proposed')}>
        {t('problems.page.proposedText')}
      </Notice>
    )
  if (status === 'in_round')
    return (
      <Notice className="workbench__notice" title={t('problems.page.frozen')}>
        {t('problems.page.frozenText')}
      </Notice>
    )
  return null
}
