import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { FieldError, wire } from '~/components/ui/field.tsx'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { PortfolioAnswerShown, type PortfolioShown } from './portfolio-answer.tsx'
import type { ResultsShown } from './result-view.ts'

interface Props {
  round: { number: number }
  results: ResultsShown
  portfolio: PortfolioShown | null
  /** What stands in the fields. */
  typed: { months: string; sek: string }
  wrong: ('months' | 'sek')[]
  kept: Record<string, string>
}

/** What fits under a cap of person-months and kronor, and what a move of the cap changes. */
export function PortfolioSection({ round, results, portfolio, typed, wrong, kept }: Props) {
  const { t } = useI18n()
  const field = (name: 'months' | 'sek', inputMode: 'decimal' | 'numeric') => {
    const wiring = {
      name,
      label: t(`rounds.result.${name}`),
      error: wrong.includes(name) ? t('rounds.result.wrong') : undefined,
    }
    const { id, ...control } = wire(wiring)
    return (
      <div>
        <label htmlFor={id}>{wiring.label}</label>
        <FieldError {...wiring} />
        <input
          {...control}
          id={id}
          className="ds-input"
          inputMode={inputMode}
          defaultValue={typed[name]}
          key={typed[name]}
        />
      </div>
    )
  }
  return (
    <Section
      id="portfolio"
      title={t('rounds.result.portfolio')}
      intro={t('rounds.result.portfolioIntro')}
      margin={
        <Form
          method="get"
          action={`${paths.roundAct(round.number, 'result')}#portfolio`}
          className="tak-form no-print"
          preventScrollReset
        >
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {field('months', 'decimal')}
          {field('sek', 'numeric')}
          <p className="hint">{t('rounds.result.noCap')}</p>
          <Button variant="secondary" small>
            {t('rounds.result.count')}
          </Button>
        </Form>
      }
    >
      {portfolio ? (
        <PortfolioAnswerShown results={results} answer={portfolio} />
      ) : (
        <p className="measure">{t('rounds.result.noCaps')}</p>
      )}
    </Section>
  )
}
