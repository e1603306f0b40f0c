import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DecidedMeanwhile, DecisionLink } from '~/components/committee/decided-meanwhile.tsx'
import { DecisionFields, decisionLabels } from '~/components/committee/decision-fields.tsx'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { ItemDossier } from '~/components/committee/problem-dossier.tsx'
import { QuorumSentence } from '~/components/committee/quorum-sentence.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { findAgendaItem, findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { recordDecision } from '~/domain/committee/decision-commands.server.ts'
import { decisionForm } from '~/domain/committee/decision-form.ts'
import { decisionInputOf } from '~/domain/committee/decision-input.ts'
import { listSupersedable } from '~/domain/committee/decision-queries.server.ts'
import { quorumHindrance } from '~/domain/committee/quorum.ts'
import { can } from '~/domain/people/permissions.ts'
import { listResources } from '~/domain/resources/resource-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'
export const meta = pageTitle((t) => t('committee.decide.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { item, meeting, members, quorum, hindrances, dossier, attendanceTaken } = found(
    await findAgendaItem(viewer, params.id ?? '', params.item ?? ''),
  )
  permit(can(viewer, 'meeting.run'))
  const [supersedable, resources] = await Promise.all([
    listSupersedable(item.problem?.id ?? null),
    listResources(viewer),
  ])
  const taking = members.filter((member) => quorum.taking.includes(member.personId))
  const offered = resources.map(({ id, name, nameEn }) => ({ id, name, nameEn }))
  const closed = hindrances.settle ?? quorumHindrance(quorum)
  return { item, meeting, closed, quorum, attendanceTaken, dossier, taking, supersedable, resources: offered }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const form = await parseForm(request, decisionForm)
  if (!form.ok) return form.response
  const recorded = await attempt(() => recordDecision(viewer, itemId, decisionInputOf(form.value)), form.typed)
  if (!recorded.ok) return recorded.response
  const { registryNumber } = recorded.value
  return redirectWithNotice(paths.decision(registryNumber), 'committee.decide.recorded', { number: registryNumber })
}

export default function RecordDecision() {
  const { item, meeting, closed, quorum, attendanceTaken, dossier, taking, supersedable, resources } =
    useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const usual: Record<string, string> = {
    title: item.title,
    text: item.proposal,
    chairId: meeting.chairId ?? '',
    secrecyProvision: item.provision,
  }
  const value = (name: string) => String((failure ? failure.typed[name] : usual[name]) ?? '')
  const errors = failure?.errors ?? {}
  const page = { meeting, item, title: t('committee.decide.title') }
  if (item.decision && !failure)
    return (
      <MeetingFormPage {...page} lead={t('committee.decide.done')}>
        <p>
          <DecisionLink {...item.decision} />
        </p>
      </MeetingFormPage>
    )
  return (
    <MeetingFormPage
      {...page}
      lead={t(item.secret ? 'committee.decide.secretLead' : 'committee.decide.lead')}
      closed={closed}
      failure={failure}
      labels={decisionLabels(t, taking)}
    >
      <div className="form-lead stack">
        {failure?.message?.key === 'refusals.itemDecided' && item.decision && <DecidedMeanwhile {...item.decision} />}
        <QuorumSentence quorum={quorum} counted={attendanceTaken} />
        {dossier && (dossier.problem || dossier.round) && (
          <Disclosure summary={t('committee.decide.aside')}>
            <ItemDossier item={dossier} />
          </Disclosure>
        )}
      </div>
      <Form method="post">
        <DecisionFields
          taking={taking}
          supersedable={supersedable}
          resources={resources}
          secretItem={item.secret}
          chairTakes={taking.some(({ personId }) => personId === meeting.chairId)}
          value={value}
          errors={errors}
        />
        <Actions className="form-end">
          <Button>{t('committee.decide.record')}</Button>
          <LinkButton variant="secondary" to={paths.agendaItem(meeting.id, item.id)}>
            {t('common.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </MeetingFormPage>
  )
}
