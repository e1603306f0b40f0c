import { LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** For those who represent an organisation: say whether it has the problem. */
export function ShareSection({
  number,
  answers,
}: {
  number: number
  answers: readonly { organisationId: string; organisation: Named; answer: 'shares' | 'does_not' }[]
}) {
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <Section className="no-print" title={t('problems.page.share')} intro={t('problems.page.shareText')}>
      {answers.map(({ organisationId, organisation, answer }) => (
        <p key={organisationId}>
          {t(answer === 'shares' ? 'problems.page.youShare' : 'problems.page.youDoNot', {
            organisation: nameOf(organisation),
          })}
        </p>
      ))}
      <p className="actions">
        <LinkButton variant={answers.length > 0 ? 'secondary' : 'primary'} to={paths.problemAct(number, 'endorsement')}>
          {t(answers.length > 0 ? 'problems.page.shareChange' : 'problems.page.shareAction')}
        </LinkButton>
      </p>
    </Section>
  )
}
