import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import type { Failure } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AdminPage } from './admin-page.tsx'

interface Props {
  title: string
  /** What follows. */
  lead: string
  person: { name: string; to: string }
  yes: string
  failure?: Failure
}

/** Asks for the reason before something is taken from somebody. The reason stands in the trail. */
export function ReasonPage({ title, lead, person, yes, failure }: Props) {
  const { t } = useI18n()
  const label = t('admin.reason.label')
  const summary = failure && (
    <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ reason: label }} />
  )
  return (
    <AdminPage title={title} lead={lead} crumbs={[{ label: person.name, to: person.to }]} before={summary}>
      <Form method="post" className="stack short-form">
        <TextArea
          name="reason"
          label={label}
          hint={t('admin.reason.hint')}
          rows={3}
          most={1000}
          defaultValue={String(failure?.typed.reason ?? '')}
          error={failure?.errors.reason}
        />
        <FormActions submit={yes} cancelTo={person.to} />
      </Form>
    </AdminPage>
  )
}
