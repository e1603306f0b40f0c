import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import type { RecusalGround } from '~/domain/priorities/assessment.ts'
import type { FrozenCriterion, RoundStatus } from '~/domain/priorities/round.ts'
import type { FieldErrors, FormMessage, Typed } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AssessForm } from './assess-form.tsx'
import { AssessProgress, type OwnRound } from './assess-progress.tsx'
import { Dossier, type LockedProblem } from './dossier.tsx'
import { needAreaKey, useCriterionText } from './names.ts'
import { Recused, RecusalForm } from './recusal.tsx'

interface Props {
  own: {
    round: OwnRound & { criteria: FrozenCriterion[]; status: RoundStatus }
    dossier: LockedProblem & { title: string; needArea: string | null; asOf: string }
    scores: Record<string, { value: number | null; reason: string }>
    recusal: { ground: RecusalGround | null; words: string } | null
    savedAt: Date | string | null
  }
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed } | null
}

/** Dossier and scale side by side, the round in the margin, recusal under the scale. */
export function AssessPage({ own, failure }: Props) {
  const { t, date } = useI18n()
  const words = useOwnWords()
  const criterionText = useCriterionText()
  const { round, dossier, recusal } = own
  const next = round.problems[round.problems.findIndex(({ number }) => number === dossier.number) + 1]?.number
  const labels = Object.fromEntries(
    round.criteria.flatMap((criterion) =>
      [`score-${criterion.key}`, `reason-${criterion.key}`].map((field) => [field, criterionText(criterion).name]),
    ),
  )
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('rounds.many'), to: paths.rounds() },
          { label: t('rounds.short', { number: round.number }), to: paths.round(round.number) },
          { label: t('rounds.assess.title', { number: round.number }), to: paths.assessment(round.number) },
          { label: t('rounds.problem', { number: dossier.number }) },
        ]}
      />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <div className="assess">
          <AssessProgress round={round} current={dossier.number} sealed={round.status === 'open'} />
          <div className="assess__head">
            <p className="page-head__kind">
              <span>
                <Glyph name="problem" />
                {t('rounds.sharedProblem', { number: dossier.number })}
              </span>
              {dossier.needArea && <span>{t(needAreaKey(dossier.needArea))}</span>}
              <span>{t('rounds.assess.locked', { date: date(dossier.asOf) })}</span>
            </p>
            <h1 lang={words}>{dossier.title}</h1>
            <p className="only-narrow meta">
              <a href="#scale">{t('rounds.assess.toScale')}</a>
            </p>
          </div>
          <Dossier problem={dossier} />
          <div className="assess__form">
            {round.status !== 'open' ? (
              <Notice title={t('rounds.assess.broken')}>{t('rounds.assess.brokenText')}</Notice>
            ) : recusal ? (
              <Recused round={round.number} problem={dossier.number} recusal={recusal} next={next} />
            ) : (
              <>
                <AssessForm
                  round={round}
                  problem={dossier.number}
                  scores={own.scores}
                  savedAt={own.savedAt ? new Date(own.savedAt).toISOString() : null}
                  typed={failure?.typed ?? {}}
                  errors={failure?.errors ?? {}}
                />
                <RecusalForm round={round.number} problem={dossier.number} />
              </>
            )}
          </div>
        </div>
      </Page>
    </>
  )
}
