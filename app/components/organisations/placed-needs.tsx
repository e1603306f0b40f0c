import { Link } from '@remix-run/react'
import { LinePlace } from '~/components/timeline/line-place.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Status } from '~/components/ui/status.tsx'
import type { NeedLine } from '~/domain/timeline/need-lines.server.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

export interface PlacedNeed {
  id: string
  title: string
  relay: string
  at: Date | null
  /** Whose it is, where that is not said already. */
  organisation?: Named
  registryNumber?: string | null
  sharedBy?: number
  line: NeedLine
}

/** Needs with where each is on its way, and in which problem. */
export function PlacedNeeds({ needs }: { needs: PlacedNeed[] }) {
  const { t, date } = useI18n()
  const nameOf = useName()
  const words = useOwnWords()
  return (
    <Rows>
      {needs.map((need) => (
        <Row
          key={need.id}
          lead={need.at && date(need.at)}
          lang={words}
          title={need.title}
          to={paths.need(need.id)}
          foot={[
            <LinePlace key="place" place={need.line.place} />,
            need.line.problem && (
              <Link key="problem" to={paths.problem(need.line.problem.number)}>
                {t('timeline.inProblem', need.line.problem)}
              </Link>
            ),
            need.organisation && nameOf(need.organisation),
            need.relay === 'unconfirmed' && (
              <Status key="relay" step="proposed">
                {t('organisations.networks.relay.unconfirmed')}
              </Status>
            ),
            need.sharedBy !== undefined &&
              need.sharedBy > 0 &&
              t('home.representative.sharedBy', { count: need.sharedBy }),
            need.registryNumber && t('common.registryNumber', { number: need.registryNumber }),
          ]}
        />
      ))}
    </Rows>
  )
}
