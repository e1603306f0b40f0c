import { Form } from '@remix-run/react'
import { Breadcrumb, type Crumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { type Failure, isStale, typedText } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const fields = ['name', 'nameEn', 'description', 'descriptionEn'] as const
type Known = Record<(typeof fields)[number], string>

/** One network as the register holds it. */
export function NetworkFormPage({
  title,
  lead,
  crumbs = [],
  known,
  seen,
  back,
  failure,
}: {
  title: string
  lead: string
  crumbs?: Crumb[]
  /** What the register says now, and that in short. */
  known?: Known
  seen?: string
  back: string
  failure?: Failure
}) {
  const { t } = useI18n()
  const field = (name: (typeof fields)[number]) => ({
    name,
    label: t(`organisations.register.${name}`),
    optional: name.endsWith('En'),
    defaultValue: String(failure?.typed[name] ?? known?.[name] ?? ''),
    error: failure?.errors[name],
  })
  const labels = { name: t('organisations.register.name'), description: t('organisations.register.description') }
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('organisations.networks.many'), to: paths.networks() }, ...crumbs, { label: title }]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={title} lead={lead} />
        {failure && isStale(failure) && (
          <StaleNotice
            fields={fields.map((name) => ({
              label: t(`organisations.register.${name}`),
              now: known?.[name] ?? '',
              typed: typedText(failure, name),
            }))}
          />
        )}
        <Form method="post" className="stack short-form">
          {seen && <input type="hidden" name="seen" value={seen} key={seen} />}
          <TextInput {...field('name')} autoComplete="off" />
          <TextInput {...field('nameEn')} autoComplete="off" />
          <TextArea {...field('description')} rows={3} most={1000} />
          <TextArea {...field('descriptionEn')} rows={3} most={1000} />
          <FormActions submit={t('common.save')} cancelTo={back} />
        </Form>
      </Page>
    </>
  )
}
