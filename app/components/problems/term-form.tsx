import { Form } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { isStale, typedText } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useFailure, useTyped } from './act-page.tsx'

/** A concept and its forms, one a line, to add or to change. */
export function TermForm({
  title,
  start,
  seen,
}: {
  title: string
  start?: { concept: string; sv: string[]; en: string[] }
  /** What stands now, in short. */
  seen?: string
}) {
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  const labels = { concept: t('engine.terms.concept'), sv: t('engine.terms.sv'), en: t('engine.terms.en') }
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('engine.terms.title'), to: paths.terms() }, { label: title }]} />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={title} lead={t('engine.terms.effect')} />
        {failure && start && isStale(failure) && (
          <StaleNotice
            fields={(['concept', 'sv', 'en'] as const).map((name) => ({
              label: labels[name],
              now: [start[name]].flat().join('\n'),
              typed: typedText(failure, name),
            }))}
          />
        )}
        <Form method="post" className="stack act-form">
          {seen && <input type="hidden" name="seen" value={seen} key={seen} />}
          <TextInput
            name="concept"
            label={labels.concept}
            hint={t('engine.terms.conceptHint')}
            defaultValue={typed('concept', start?.concept)}
            error={failure?.errors.concept}
          />
          {(['sv', 'en'] as const).map((language) => (
            <TextArea
              key={language}
              name={language}
              label={labels[language]}
              hint={t('engine.terms.formsHint')}
              optional
              rows={4}
              defaultValue={typed(language, start?.[language].join('\n'))}
              error={failure?.errors[language]}
            />
          ))}
          <FormActions submit={t('engine.terms.save')} cancelTo={paths.terms()} />
        </Form>
      </Page>
    </>
  )
}
