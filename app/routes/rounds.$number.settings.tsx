import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { SettingsFields, settingsLabels } from '~/components/rounds/settings-fields.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { changeRound } from '~/domain/priorities/round-commands.server.ts'
import { settingsForm } from '~/domain/priorities/round-forms.ts'
import { reasonNotToChange } from '~/domain/priorities/round.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { isStale, typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('rounds.settings.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const { number, title, status, version, assessBy, topPlaces, capMonths, capSek } = round
  return {
    round: { number, title, status, version, assessBy, topPlaces, capMonths, capSek },
    closed: reasonNotToChange(status),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, settingsForm)
  if (!form.ok) return form.response
  const changed = await attempt(() => changeRound(viewer, round.id, form.value, form.value.version), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.round(round.number), 'rounds.settings.saved')
}

export default function RoundSettings() {
  const { round, closed } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const stored: Record<string, string | number | null> = round
  const value = (name: string) => String(failure?.typed[name] ?? stored[name] ?? '')
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.settings.title')}
      closed={closed}
      failure={failure}
      labels={settingsLabels(t)}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={Object.entries(settingsLabels(t)).map(([name, label]) => ({
            label,
            now: String(stored[name] ?? ''),
            typed: typedText(failure, name),
          }))}
        />
      )}
      <Form method="post" className="stack form-column">
        <input type="hidden" name="version" value={round.version} key={round.version} />
        <SettingsFields value={value} errors={failure?.errors ?? {}} />
        <FormActions submit={t('rounds.settings.save')} cancelTo={paths.round(round.number)} />
      </Form>
    </RoundFormPage>
  )
}
