import { Row, Rows } from '~/components/ui/row.tsx'
import type { OrganisationOverview } from '~/domain/overview/organisation-overview.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** What the organisation has committed, to which decisions, from when to when. */
export function CommitmentList({ commitments }: Pick<OrganisationOverview, 'commitments'>) {
  const { t, number, date } = useI18n()
  return (
    <Rows>
      {commitments.map((one) => (
        <Row
          key={one.id}
          lang="sv"
          title={one.title}
          to={paths.decision(one.registryNumber)}
          foot={[
            one.months > 0 && t('organisations.page.months', { count: one.months }),
            one.sek > 0 && t('organisations.page.sek', { amount: number(one.sek) }),
            one.competence && t(`needs.competences.${one.competence}` as 'needs.competences.law'),
            one.from && t('organisations.page.from', { date: date(one.from) }),
            one.until && t('organisations.page.until', { date: date(one.until) }),
            t('common.registryNumber', { number: one.registryNumber }),
            !one.inForce && t('committee.decisions.superseded'),
          ]}
        />
      ))}
    </Rows>
  )
}
