import type { Named } from '~/domain/organisations/organisation.ts'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormPage } from '~/components/ui/form-steps.tsx'
import { Page } from '~/components/ui/page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { answerDays, type NeedContent } from '~/domain/needs/need.ts'
import { type AnswerStep, stepFields } from '~/domain/needs/need-steps.ts'
import type { SimilarityNote } from '~/domain/problems/similarity-health.server.ts'
import type { FieldErrors, FormMessage, Typed } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { formValues, typedContent } from './form-values.ts'
import { StepFields } from './need-fields.tsx'
import { useFieldLabels } from './need-questions.ts'
import { useAnswerText } from './use-answer-text.ts'
import { NeedFormSteps } from './need-form-steps.tsx'
import { SimilarAside } from './similar-aside.tsx'
import type { SimilarInList } from './similar-things.tsx'
import { isTooSecretMessage, TooSecret } from './too-secret.tsx'
import { useAutosave, useWhileTyping } from './use-draft.ts'

interface Props {
  draft: {
    id: string
    organisation: Named
    updatedAt: Date
    step: AnswerStep
    number: number
    reached: string | null
    content: NeedContent
    seen: string
    mark: string
    similar: SimilarInList[]
    note: SimilarityNote | null
  }
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed }
}

/** One page of the form: its question, the steps in the margin, and beside the first page who else has written about it. */
export function NeedFormPage({ draft, failure }: Props) {
  const { id, step, number, content, organisation } = draft
  const { t } = useI18n()
  const name = useName()
  const labels = useFieldLabels()
  const form = useRef<HTMLFormElement>(null)
  const stale = failure?.message?.key === 'refusals.stale'
  const opened = { savedAt: draft.updatedAt.toISOString(), seen: draft.seen }
  // Between two texts the writer chooses, by sending the form.
  const { savedAt, seen, failed } = useAutosave(form, paths.needAct(id, 'draft'), opened, stale)
  const similar = useWhileTyping<SimilarInList[]>(form, paths.needAct(id, 'similar'), step === 'need')
  const errors = failure?.errors ?? {}
  const written = similar?.written ?? (content.title !== '' || content.description !== '')
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.many'), to: paths.needs() }, { label: t('needs.start.title') }]} />
      <Page>
        <FormPage
          steps={
            <NeedFormSteps
              id={id}
              current={step}
              reached={draft.reached}
              savedAt={savedAt}
              failed={failed}
              organisation={name(organisation)}
            />
          }
          aside={
            step === 'need' && (
              <SimilarAside
                things={similar?.answer ?? draft.similar}
                draftId={id}
                written={written}
                live
                note={draft.note}
              />
            )
          }
        >
          {failure && !stale && <ErrorSummary errors={errors} message={failure.message ?? undefined} labels={labels} />}
          {failure && stale && <StalePage step={step} content={content} typed={failure.typed} labels={labels} />}
          {isTooSecretMessage(failure?.message) && <TooSecret draftId={id} />}
          <p className="label">{t('needs.form.stepOf', { step: number, count: 6 })}</p>
          <h1>{t(`needs.form.heads.${step}`)}</h1>
          <p className="lead">{t(`needs.form.leads.${step}`, { days: answerDays })}</p>
          <Form method="post" ref={form} noValidate>
            <input type="hidden" name="step" value={step} />
            <input type="hidden" name="seen" value={seen} />
            <input type="hidden" name="mark" value={draft.mark} />
            <StepFields step={step} values={formValues(content, failure?.typed)} errors={errors} />
            <Actions className="form-page__actions">
              <Button>{t('needs.form.saveAndContinue')}</Button>
              <Button variant="tertiary" name="later" value="1">
                {t('needs.form.saveForLater')}
              </Button>
            </Actions>
          </Form>
        </FormPage>
      </Page>
    </>
  )
}

/** This page has been changed meanwhile, by a colleague or in another window: what it says now beside what was typed. */
function StalePage({
  step,
  content,
  typed,
  labels,
}: {
  step: AnswerStep
  content: NeedContent
  typed: Typed
  labels: Record<string, string>
}) {
  const answer = useAnswerText()
  const mine = typedContent(content, typed)
  const fields = stepFields[step].map((field) => ({
    label: labels[field],
    now: answer(field, content).text,
    typed: answer(field, mine).text,
  }))
  return <StaleNotice fields={fields} />
}
