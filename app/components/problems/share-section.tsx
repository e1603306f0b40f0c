import { LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** For those who represent an organisation: say whether it has the problem. */
export function ShareSection({
  number,
  answers,
}: {
  number: number
  answers: readonly { organisation: string; answer: 'shares' | 'does_not' }[]
}) {
  const { t } = useI18n()
  return (
    <Section className="no-print" title={t('problems.page.share')} intro={t('problems.page.shareText')}>
      {answers.map(({ organisation, answer }) => (
        <p key={organisation}>
          {t(answer === 'shares' ? 'problems.page.youShare' : 'problems.page.youDoNot', { organisation })}
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
