import type { Named } from '~/domain/organisations/organisation.ts'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Select } from '~/components/ui/select.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { answerLimit, referralKinds } from '~/domain/needs/need.ts'
import { type FieldErrors, type FormMessage, isStale, type Typed } from '~/http/form-types.ts'
import { compareText } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { ActPage } from './act-page.tsx'
import { type SimilarInList, SimilarThings } from './similar-things.tsx'

interface Props {
  need: { id: string; title: string; registryNumber: string | null }
  html: string
  organisation: Named
  resources: (Named & { id: string; kind: string })[]
  similar: SimilarInList[]
  /** Answers that the need has had, and the words of the latest. */
  answers: { count: number; latest: string }
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed }
}

/** The coordinator's answer, with what exists already and is like the need beside it. */
export function ReferralPage({ need, html, organisation, resources, similar, answers, failure }: Props) {
  const { t, locale } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const { typed = {}, errors = {} } = failure ?? {}
  const stale = isStale(failure)
  const labels = {
    kind: t('needs.referral.kind'),
    resourceId: t('needs.referral.resource.label'),
    answer: t('needs.referral.answer.label'),
  }
  const options = resources
    .map((resource) => ({ value: resource.id, label: name(resource) }))
    .sort((a, b) => compareText(locale)(a.label, b.label))
  return (
    <ActPage
      need={need}
      failure={stale ? null : failure}
      labels={labels}
      title={t('needs.referral.title')}
      lead={t('needs.referral.lead', { organisation: name(organisation) })}
      button={t('needs.referral.button')}
      before={
        <div className="reasons act__need" lang={words}>
          <h2>{need.title}</h2>
          <Prose said html={html} />
        </div>
      }
      aside={
        similar.length > 0 && (
          <aside className="form-page__similar" aria-labelledby="exists">
            <h2 id="exists">{t('needs.referral.similar')}</h2>
            <p className="meta">{t('needs.referral.similarText')}</p>
            <SimilarThings things={similar} mayShare={false} />
          </aside>
        )
      }
    >
      {stale && (
        <StaleNotice fields={[{ label: labels.answer, now: answers.latest, typed: String(typed.answer ?? '') }]} />
      )}
      {/* How many are shown: after a refusal the writer has seen the new one. */}
      <input type="hidden" name="answers" value={answers.count} />
      <RadioGroup
        question
        name="kind"
        label={labels.kind}
        error={errors.kind}
        defaultValue={String(typed.kind ?? '')}
        choices={referralKinds.map((kind) => ({ value: kind, label: t(`needs.referral.kinds.${kind}`) }))}
      />
      <Select
        question
        name="resourceId"
        label={labels.resourceId}
        hint={t('needs.referral.resource.hint')}
        error={errors.resourceId}
        empty={t('needs.referral.chooseResource')}
        defaultValue={String(typed.resourceId ?? '')}
        options={options}
      />
      <TextArea
        question
        name="answer"
        label={labels.answer}
        hint={t('needs.referral.answer.hint')}
        error={errors.answer}
        most={answerLimit}
        rows={7}
        lang="sv"
        defaultValue={String(typed.answer ?? '')}
      />
    </ActPage>
  )
}
