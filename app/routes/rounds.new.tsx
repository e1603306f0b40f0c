import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { SettingsFields, settingsLabels } from '~/components/rounds/settings-fields.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { can } from '~/domain/people/permissions.ts'
import { createRound } from '~/domain/priorities/round-commands.server.ts'
import { settingsForm } from '~/domain/priorities/round-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('rounds.settings.newTitle'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'round.run'))
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'round.run'))
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return form.response
  const created = await attempt(() => createRound(viewer, form.value), form.typed)
  if (!created.ok) return created.response
  const { number } = created.value
  return redirectWithNotice(paths.round(number), 'rounds.settings.created', { number })
}

export default function NewRound() {
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const value = (name: string) => String(failure?.typed[name] ?? (name === 'topPlaces' ? 5 : ''))
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('rounds.many'), to: paths.rounds() }, { label: t('rounds.settings.newTitle') }]}
      />
      <Page density="dense">
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={settingsLabels(t)} />
        )}
        <PageHead title={t('rounds.settings.newTitle')} lead={t('rounds.settings.newLead')} />
        <Form method="post" className="stack form-column">
          <SettingsFields value={value} errors={failure?.errors ?? {}} />
          <FormActions submit={t('rounds.settings.create')} cancelTo={paths.rounds()} />
        </Form>
      </Page>
    </>
  )
}
