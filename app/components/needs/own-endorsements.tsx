import type { Named } from '~/domain/organisations/organisation.ts'
import { LinkButton } from '~/components/ui/button.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  needId: string
  organisations: (Named & { id: string })[]
}

/** The viewer's own organisations that share the need, each with the way to take that back. */
export function OwnEndorsements({ needId, organisations }: Props) {
  const { t } = useI18n()
  const name = useName()
  return organisations.map((organisation) => (
    <p key={organisation.id} className="cluster no-print">
      <span>{t('needs.page.youShare', { organisation: name(organisation) })}</span>
      <LinkButton
        variant="tertiary"
        small
        to={`${paths.needAct(needId, 'endorsement/withdrawal')}?organisation=${organisation.id}`}
      >
        {t('needs.page.unendorse')}
      </LinkButton>
    </p>
  ))
}
