import { Link } from '@remix-run/react'
import { Facts } from '~/components/ui/facts.tsx'
import { Section } from '~/components/ui/section.tsx'
import { stepsOfOffset } from '~/domain/problems/strictness.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { levelOf } from './strictness-level.ts'
import { stepKey } from './strictness-form.tsx'

interface Props {
  strictness: {
    default: number
    learnt: number
    offset: number
    inUse: number
    setting: { reason: string; at: Date | string; by: string | null } | null
  }
  /** Yes and no that the learning builds on. */
  answers: number
}

/** Where the strictness begins, what answers taught, what people set, and what comes of it. */
export function StrictnessNow({ strictness: { default: start, learnt, offset, inUse, setting }, answers }: Props) {
  const { t, date } = useI18n()
  return (
    <Section
      title={t('engine.strictness.state')}
      margin={
        <p className="more">
          <Link to={paths.howTheEngineThinks()}>{t('engine.howLink')}</Link>
        </p>
      }
    >
      <Facts
        facts={[
          { label: t('engine.strictness.default'), value: t(`engine.level.${levelOf(start)}`) },
          {
            label: t('engine.strictness.learnt'),
            value: (
              <>
                {t(`engine.level.${levelOf(learnt)}`)}
                <br />
                <span className="meta">{t('engine.strictness.learntWhy', { count: answers })}</span>
              </>
            ),
          },
          {
            label: t('engine.strictness.set'),
            value: (
              <>
                {t(`engine.strictness.steps.${stepKey(stepsOfOffset(offset))}`)}
                {setting && (
                  <>
                    <br />
                    <span className="meta">
                      {t('engine.strictness.setBy', {
                        by: setting.by ?? t('engine.strictness.somebody'),
                        date: date(setting.at),
                        reason: setting.reason,
                      })}
                    </span>
                  </>
                )}
              </>
            ),
          },
          { label: t('engine.strictness.inUse'), value: <b>{t(`engine.level.${levelOf(inUse)}`)}</b> },
        ]}
      />
    </Section>
  )
}
