import type { Named } from '~/domain/organisations/organisation.ts'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Status } from '~/components/ui/status.tsx'
import type { ResourceUse } from '~/domain/resources/resource.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** Whether a resource already solves needs: how many were referred to it and what their submitters say. */
export function UseSummary({ use }: { use: ResourceUse }) {
  const { t } = useI18n()
  if (use.referred === 0) return t('needs.resources.unused')
  const answered = use.helped + use.notHelped
  const word =
    answered === 0 ? t('needs.resources.noReply') : t('needs.resources.helped', { helped: use.helped, answered })
  return `${t('needs.resources.referred', { count: use.referred })}. ${word}`
}

interface Referred {
  id: string
  title: string
  registryNumber: string | null
  organisation: Named
  at: Date
  helped: boolean | null
}

export function ReferredNeeds({ needs }: { needs: Referred[] }) {
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  if (needs.length === 0) return null
  const said = (helped: boolean | null) =>
    helped === null ? (
      <Status step="open">{t('needs.resources.waiting')}</Status>
    ) : helped ? (
      <Status step="resolved">{t('needs.resources.yes')}</Status>
    ) : (
      <Status step="late">{t('needs.resources.no')}</Status>
    )
  return (
    <Rows>
      {needs.map((need) => (
        <Row
          key={`${need.id}${need.at.toISOString()}`}
          compact
          lead={date(need.at)}
          title={need.title}
          lang={words}
          to={paths.need(need.id)}
          foot={[
            said(need.helped),
            name(need.organisation),
            need.registryNumber && t('common.registryNumber', { number: need.registryNumber }),
          ]}
        />
      ))}
    </Rows>
  )
}
