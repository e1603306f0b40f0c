import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CommitmentForm, commitmentLabels } from '~/components/committee/commitment-form.tsx'
import { CommitmentList } from '~/components/committee/commitment-list.tsx'
import { CommitmentTable } from '~/components/committee/commitment-table.tsx'
import { EarlierCommitments, Lapsed } from '~/components/committee/earlier-commitments.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { NotNow } from '~/components/ui/not-now.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type CommitmentToMake, committingHindrance } from '~/domain/committee/commitment.ts'
import { commitResources, committingFor } from '~/domain/committee/commitment-commands.server.ts'
import { findDecision } from '~/domain/committee/decision-queries.server.ts'
import { commitmentForm } from '~/domain/committee/meeting-forms.ts'
import { listExistingOrganisations } from '~/domain/organisations/organisation-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import type { Typed } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.commitments.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const decision = found(await findDecision(viewer, params.number ?? ''))
  if (decision.hidden) throw found(null)
  permit(can(viewer, 'decision.commit'))
  const own = committingFor(viewer)
  const organisations = (await listExistingOrganisations()).filter((one) => own?.includes(one.id) ?? true)
  const { registryNumber, title, balance, commitments, supersededBy } = decision
  const closed = committingHindrance(decision)
  const renewing = new URL(request.url).searchParams.get('renew')
  const earlier = decision.earlierCommitments.find((one) => one.id === renewing && one.mayRenew)
  return {
    registryNumber,
    title,
    balance,
    commitments,
    earlierCommitments: decision.earlierCommitments,
    closed,
    supersededBy,
    organisations,
    renewed: earlier ? { id: earlier.id, typed: asTyped(earlier) } : null,
  }
}

/** A commitment as its form has it. */
const asTyped = (one: CommitmentToMake & { organisationId: string }): Typed => ({
  organisationId: one.organisationId,
  competence: one.competence ?? '',
  personMonths: one.personMonths ? String(one.personMonths).replace('.', ',') : '',
  sek: one.sek ? String(one.sek) : '',
  from: one.from ?? '',
  until: one.until ?? '',
  note: one.note,
})

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'decision.commit'))
  const number = params.number ?? ''
  const decision = found(await findDecision(viewer, number))
  if (decision.hidden) throw found(null)
  const form = await parseForm(request, commitmentForm)
  if (!form.ok) return form.response
  const committed = await attempt(() => commitResources(viewer, decision.id, form.value), form.typed)
  if (!committed.ok) return committed.response
  return redirectWithNotice(paths.decisionAct(number, 'commitments'), 'committee.commitments.saved')
}

export default function Commitments() {
  const {
    registryNumber,
    title,
    balance,
    commitments,
    earlierCommitments,
    closed,
    supersededBy,
    organisations,
    renewed,
  } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const number = t('common.registryNumber', { number: registryNumber })
  const inForce = supersededBy ?? { registryNumber, title }
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.decisions.title'), to: paths.decisions() },
          { label: number, to: paths.decision(registryNumber) },
          { label: t('committee.commitments.title') },
        ]}
      />
      <Page>
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={commitmentLabels(t)} />
        )}
        <PageHead title={t('committee.commitments.title')} quote={title} />
        <Section
          title={t('committee.commitments.table')}
          intro={balance.competences.length > 0 && t('committee.decision.resourcesIntro')}
        >
          <CommitmentTable balance={balance} />
          <Lapsed inForce={!supersededBy} commitments={commitments} />
        </Section>
        <Section title={t('committee.commitments.listTitle')}>
          <CommitmentList registryNumber={registryNumber} commitments={commitments} />
        </Section>
        <EarlierCommitments registryNumber={registryNumber} commitments={earlierCommitments} />
        <Section
          id="commit"
          title={t('committee.commitments.formTitle')}
          intro={!closed && t('committee.commitments.lead')}
        >
          {closed ? (
            <NotNow
              reason={closed}
              back={t('committee.decide.decisionLink', { number: inForce.registryNumber, title: inForce.title })}
              to={paths.decision(inForce.registryNumber)}
            />
          ) : (
            // What has been sent is not left standing, to be sent once more.
            <CommitmentForm
              key={`${commitments.length} ${renewed?.id}`}
              organisations={organisations}
              failure={failure}
              typed={renewed?.typed}
              cancelTo={paths.decision(registryNumber)}
            />
          )}
        </Section>
      </Page>
    </>
  )
}
