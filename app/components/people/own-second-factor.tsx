import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Whether one has a second factor, and the ways to set it up, replace it, or get new recovery codes. */
export function OwnSecondFactor({ since, codesLeft }: { since: Date | null; codesLeft: number }) {
  const { t, date } = useI18n()
  if (!since)
    return (
      <div className="stack">
        <p>{t('people.factor.off')}</p>
        <Actions>
          <LinkButton variant="secondary" to={paths.secondFactor()}>
            {t('people.factor.title')}
          </LinkButton>
        </Actions>
      </div>
    )
  return (
    <div className="stack">
      <p>
        {t('people.factor.since', { date: date(since) })} {t('people.factor.codesLeft', { count: codesLeft })}
      </p>
      <Actions>
        <LinkButton variant="secondary" to={paths.secondFactor()}>
          {t('people.factor.replaceTitle')}
        </LinkButton>
        <LinkButton variant="secondary" to={paths.recoveryCodes()}>
          {t('people.factor.renew')}
        </LinkButton>
      </Actions>
    </div>
  )
}
