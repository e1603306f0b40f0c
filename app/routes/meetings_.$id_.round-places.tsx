import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { listRoundsForAgenda } from '~/domain/committee/agenda-queries.server.ts'
import { agendaHindrance } from '~/domain/committee/meeting.ts'
import { addRoundToAgenda } from '~/domain/committee/meeting-commands.server.ts'
import { roundPlacesForm } from '~/domain/committee/meeting-forms.ts'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.roundPlaces.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, title, status } = found(await findMeeting(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.run'))
  return { meeting: { id, title }, closed: agendaHindrance(status), rounds: await listRoundsForAgenda() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const form = await parseForm(request, roundPlacesForm)
  if (!form.ok) return form.response
  const added = await attempt(() => addRoundToAgenda(viewer, id, form.value.roundId, form.value.places), form.typed)
  if (!added.ok) return added.response
  return redirectWithNotice(paths.meeting(id), 'committee.roundPlaces.added', { count: added.value.length })
}

export default function RoundPlaces() {
  const { meeting, closed, rounds } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const lang = useOwnWords()
  const labels = { roundId: t('committee.roundPlaces.round'), places: t('committee.roundPlaces.places') }
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.roundPlaces.title')}
      lead={t('committee.roundPlaces.lead')}
      closed={closed}
      failure={failure}
      labels={labels}
    >
      {rounds.length === 0 ? (
        <EmptyState
          title={t('committee.roundPlaces.none')}
          actions={<LinkButton to={paths.rounds()}>{t('committee.kinds.round')}</LinkButton>}
        >
          {t('committee.roundPlaces.noneText')}
        </EmptyState>
      ) : (
        <Form method="post" className="stack form-column">
          <Select
            name="roundId"
            label={labels.roundId}
            hint={t('committee.roundPlaces.roundHint')}
            error={failure?.errors.roundId}
            defaultValue={String(failure?.typed.roundId ?? '')}
            options={rounds.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}`, lang }))}
          />
          <TextInput
            name="places"
            label={labels.places}
            short
            inputMode="numeric"
            autoComplete="off"
            error={failure?.errors.places}
            defaultValue={String(failure?.typed.places ?? '5')}
          />
          <FormActions submit={t('committee.roundPlaces.add')} cancelTo={paths.meeting(meeting.id)} />
        </Form>
      )}
    </MeetingFormPage>
  )
}
