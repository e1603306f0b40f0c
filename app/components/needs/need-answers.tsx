import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { NeedPage } from '~/domain/needs/need-page.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** The coordinator's answers, latest first, and what the organisation said of them. */
export function NeedAnswers({ need, referrals }: Pick<NeedPage, 'need' | 'referrals'>) {
  const { t } = useI18n()
  const name = useName()
  const words = useOwnWords()
  if (referrals.length === 0) return null
  return (
    <Section title={t('needs.page.answer')} id="answer">
      <ul className="rows">
        {referrals.map((referral) => (
          <li key={referral.id} className="stack">
            <div className="reasons">
              <Prose said lang={words} html={referral.html} />
              <footer>
                {referral.byName && `${referral.byName}, `}
                <Time at={referral.at} />
              </footer>
            </div>
            {referral.resource && (
              <p>
                <Link to={paths.resource(referral.resource.key)}>
                  {t('needs.page.answerResource', { resource: name(referral.resource) })}
                </Link>
              </p>
            )}
            {referral.helped !== null && (
              <div className="stack-tight">
                <p className="label">
                  {t(referral.helped ? 'needs.page.helped' : 'needs.page.notHelped', {
                    organisation: name(need.organisation),
                  })}
                </p>
                {referral.reply && <Reasons lang={words}>{referral.reply}</Reasons>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
