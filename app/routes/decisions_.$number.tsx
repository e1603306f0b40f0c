import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Approved } from '~/components/committee/approved.tsx'
import { DecisionHead } from '~/components/committee/decision-head.tsx'
import { Basis, Dissents, Participants, Recusals, Resources } from '~/components/committee/decision-record.tsx'
import { DecisionStory } from '~/components/committee/decision-story.tsx'
import { EarlierCommitments } from '~/components/committee/earlier-commitments.tsx'
import { HiddenDecision } from '~/components/committee/hidden-decision.tsx'
import { Clauses, Paragraphs } from '~/components/committee/masked-text.tsx'
import { SecrecyNotice } from '~/components/committee/secrecy-notice.tsx'
import { FollowButton } from '~/components/notices/follow-button.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { findDecision } from '~/domain/committee/decision-queries.server.ts'
import { verifyDecision } from '~/domain/committee/verification.server.ts'
import { isFollowing } from '~/domain/notices/notice-queries.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { printStyle } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const title = pageTitle<typeof loader>((t, data) =>
  data?.decision.hidden === false ? data.decision.title : t('committee.secret.title'),
)
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(title(args) ?? []),
  printStyle(paths.decisionAct(args.params.number ?? '', 'print.css')),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const number = params.number ?? ''
  const decision = found(await findDecision(viewer, number))
  const checked = new URL(request.url).searchParams.has('check') ? await verifyDecision(number) : undefined
  const verified = checked ? { intact: checked.intact, faults: checked.faults } : null
  const following = !decision.hidden && viewer.id !== null ? await isFollowing(viewer, 'decision', decision.id) : null
  return { decision, verified, following, authority: authority(await localeOf(request)).name }
}

export default function DecisionPage() {
  const { decision, verified, following, authority } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const number = t('common.registryNumber', { number: decision.registryNumber })
  const crumbs = (
    <Breadcrumb crumbs={[{ label: t('committee.decisions.title'), to: paths.decisions() }, { label: number }]} />
  )
  const checkTo = `${paths.decision(decision.registryNumber)}?check=1#check`
  if (decision.hidden)
    return (
      <>
        {crumbs}
        <HiddenDecision decision={decision} authority={authority} checkTo={checkTo} verified={verified} />
      </>
    )
  const { meeting, balance, commitments, allowed, registryNumber } = decision
  const minutes =
    meeting.open && meeting.registryNumber ? { meetingId: meeting.id, registryNumber: meeting.registryNumber } : null
  return (
    <>
      {crumbs}
      <Page record>
        <DecisionHead
          decision={decision}
          authority={authority}
          actions={
            <>
              <PrintButton>{t('committee.decision.print')}</PrintButton>
              {following !== null && <FollowButton noun="decision" id={decision.id} following={following} />}
            </>
          }
        />
        <SecrecyNotice
          masked={decision.masked}
          secret={decision.secret}
          passages={decision.secretPassages}
          provision={decision.provision}
        />
        <Section className="section--decision" title={t(`committee.decision.decides.${meeting.body}`)}>
          <Clauses text={decision.text} />
        </Section>
        <Section title={t('committee.decision.reasons')}>
          <Paragraphs text={decision.reasons} />
        </Section>
        <Dissents dissents={decision.dissents} />
        <Recusals recused={decision.recused} />
        <Participants participants={decision.participants} votes={decision.votes} />
        <Resources
          registryNumber={registryNumber}
          inForce={decision.inForce}
          balance={balance}
          commitments={commitments}
          mayCommit={allowed.commit}
        />
        <EarlierCommitments registryNumber={registryNumber} commitments={decision.earlierCommitments} />
        <Basis
          problem={decision.problem}
          basis={decision.basis}
          rapporteur={decision.rapporteur}
          resource={decision.resource}
        />
        <DecisionStory
          decidedAt={decision.decidedAt}
          lockedAt={meeting.lockedAt}
          supersedes={decision.supersedes}
          supersededBy={decision.supersededBy}
          commitments={commitments}
        />
        <Approved
          lockedAt={meeting.lockedAt}
          chair={decision.chair}
          approver={decision.approver}
          lockedBy={decision.lockedBy}
          minutes={minutes}
          hash={decision.hash}
          checkTo={checkTo}
          verified={verified}
        />
      </Page>
    </>
  )
}
