import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { PlotFrame } from '~/components/ui/plot-frame.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText } from './names.ts'
import { placed, type ResultsShown, type ScoredShown } from './result-view.ts'
import { ScoreTable } from './score-table.tsx'
import { SpreadPlot, type SpreadRow } from './spread-plot.tsx'

interface Props {
  round: { number: number; criteria: FrozenCriterion[] }
  results: ResultsShown
  /** Number of the problem to show; the one that divides the assessors most when none is asked for. */
  problem: number
  /** What else the address holds, kept when another problem is asked for. */
  kept: Record<string, string>
}

/** How far the assessors agreed on one problem. */
export function UnitySection({ round, results, problem: asked, kept }: Props) {
  const { t } = useI18n()
  const choices = placed(results)
  const problem = choices.find(({ number }) => number === asked) ?? choices[0]
  if (!problem) return null
  return (
    <Section
      id="unity"
      title={t('rounds.result.unity')}
      intro={t('rounds.result.unityIntro')}
      margin={
        <Form
          method="get"
          action={`${paths.roundAct(round.number, 'result')}#unity`}
          className="inline-form no-print"
          preventScrollReset
        >
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div>
            <label htmlFor="unity-problem">{t('rounds.result.unityProblem')}</label>
            <select
              className="ds-input"
              id="unity-problem"
              name="problem"
              defaultValue={problem.number}
              key={problem.number}
            >
              {choices.map(({ number, title }) => (
                <option key={number} value={number}>
                  {number} {title}
                </option>
              ))}
            </select>
          </div>
          <Button variant="secondary" small>
            {t('rounds.result.unityShow')}
          </Button>
        </Form>
      }
    >
      <Unity round={round} problem={problem} />
    </Section>
  )
}

export function useSpreadRows(criteria: FrozenCriterion[], problem: ScoredShown): SpreadRow[] {
  const words = useCriterionText()
  return problem.parts
    .flatMap((part) => {
      const criterion = criteria.find(({ key }) => key === part.key)
      return criterion ? [{ ...part, name: words(criterion).name }] : []
    })
    .sort((a, b) => b.deviation - a.deviation)
}

function Unity({ round, problem }: { round: Props['round']; problem: ScoredShown }) {
  const { t } = useI18n()
  const rows = useSpreadRows(round.criteria, problem)
  const [most, least] = [rows[0], rows.at(-1)]
  if (!most || !least) return null
  const divided = most.deviation > 0
  const details = {
    place: t('rounds.place', { place: problem.place ?? 0 }),
    count: problem.counted,
    most: most.name,
    low: most.values[0] ?? 0,
    high: most.values.at(-1) ?? 0,
  }
  return (
    <PlotFrame
      message={
        problem.counted === 1
          ? t('rounds.result.oneAssessor')
          : divided
            ? t('rounds.result.unityMost', { most: most.name, least: least.name })
            : t('rounds.result.unityAll')
      }
      summary={
        problem.counted === 1 ? undefined : (
          <Sentence of="rounds.result.unitySummary" values={details} parts={{ title: problem.title }} />
        )
      }
      narrow={<SpreadPlot rows={rows} small />}
      table={<ScoreTable problem={problem} criteria={round.criteria} />}
      csv={paths.roundAct(round.number, 'spread.csv')}
      links={
        <Link to={`${paths.roundAct(round.number, 'result')}/${problem.number}`}>{t('rounds.result.scores')}</Link>
      }
    >
      <SpreadPlot rows={rows} />
    </PlotFrame>
  )
}
