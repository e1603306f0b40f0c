import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { withdrawCommitment } from '~/domain/committee/commitment-commands.server.ts'
import { findDecision } from '~/domain/committee/decision-queries.server.ts'
import { mostWithdrawalReason } from '~/domain/committee/commitment.ts'
import { commitmentWithdrawalForm } from '~/domain/committee/meeting-forms.ts'
import { can } from '~/domain/people/permissions.ts'
import { typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.commitments.withdraw'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = found(new URL(request.url).searchParams.get('commitment'))
  const viewer = await viewerOf(request)
  const decision = found(await findDecision(viewer, params.number ?? ''))
  if (decision.hidden || !can(viewer, 'decision.commit')) throw found(null)
  const { registryNumber, title, commitments } = decision
  return {
    registryNumber,
    title,
    commitment: found(
      commitments.find(
        ({ id, mayWithdraw, withdrawnReason }) => id === asked && (mayWithdraw || withdrawnReason !== null),
      ),
    ),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'decision.commit'))
  const form = await parseForm(request, commitmentWithdrawalForm)
  if (!form.ok) return form.response
  const { commitmentId, reason } = form.value
  const decision = found(await findDecision(viewer, params.number ?? ''))
  if (decision.hidden || !decision.commitments.some(({ id }) => id === commitmentId)) throw found(null)
  const withdrawn = await attempt(() => withdrawCommitment(viewer, commitmentId, reason), form.typed)
  if (!withdrawn.ok) return withdrawn.response
  return redirectWithNotice(paths.decisionAct(params.number ?? '', 'commitments'), 'committee.commitments.withdrawDone')
}

/** Where the short form in the list of commitments is sent back to. */
export default function CommitmentWithdrawal() {
  const { registryNumber, title, commitment } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const nameOf = useName()
  const organisation = nameOf(commitment.organisation)
  const label = t('committee.commitments.withdrawReason')
  const back = paths.decisionAct(registryNumber, 'commitments')
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.decisions.title'), to: paths.decisions() },
          { label: t('common.registryNumber', { number: registryNumber }), to: paths.decision(registryNumber) },
          { label: t('committee.commitments.title'), to: back },
          { label: t('committee.commitments.withdraw') },
        ]}
      />
      <Page density="dense">
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ reason: label }} />
        )}
        <PageHead title={t('committee.commitments.withdrawOf', { organisation })} quote={title} />
        <Form method="post" className="stack form-column">
          <input type="hidden" name="commitmentId" value={commitment.id} />
          <TextArea
            name="reason"
            label={label}
            rows={3}
            most={mostWithdrawalReason}
            defaultValue={failure && typedText(failure, 'reason')}
            error={failure?.errors.reason}
          />
          <FormActions submit={t('committee.commitments.withdraw')} cancelTo={back} />
        </Form>
      </Page>
    </>
  )
}
