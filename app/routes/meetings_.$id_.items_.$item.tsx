import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { DecisionRows } from '~/components/committee/decision-rows.tsx'
import { ItemRecusals } from '~/components/committee/item-recusals.tsx'
import { Clauses, MaskedText, Paragraphs } from '~/components/committee/masked-text.tsx'
import { ItemDossier, ProblemLink } from '~/components/committee/problem-dossier.tsx'
import { QuorumSentence } from '~/components/committee/quorum-sentence.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { OwnWords } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { findAgendaItem } from '~/domain/committee/agenda-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { secrecyText } from '~/components/committee/names.ts'

export const meta = pageTitle<typeof loader>((t, data) => data?.item.title ?? t('committee.meeting.agenda'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  return found(await findAgendaItem(viewer, params.id ?? '', params.item ?? ''))
}

export default function AgendaItemPage() {
  const { item, meeting, recusals, quorum, dossier, earlier, allowed, attendanceTaken } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const nameOf = useName()
  const to = (noun: string) => paths.agendaItemAct(meeting.id, item.id, noun)
  const open = item.decision === null && item.withdrawn === null
  const hasDossier = Boolean(dossier?.problem || dossier?.round)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: meeting.title, own: true, to: paths.meeting(meeting.id) },
          { label: t('committee.item.kind', { position: item.position }) },
        ]}
      />
      <Page density={allowed.recuseAny ? 'dense' : 'airy'}>
        <PageHead
          kind={{
            glyph: item.kind === 'round' ? 'round' : item.kind === 'problem' ? 'problem' : 'decision',
            text: t('committee.item.kind', { position: item.position }),
          }}
          notes={[
            t(`committee.kinds.${item.kind}`),
            item.rapporteur && t('committee.meeting.rapporteur', { name: item.rapporteur }),
          ]}
          title={<MaskedText text={item.title} />}
          actions={
            <>
              {allowed.decide && <LinkButton to={to('decision')}>{t('committee.item.decide')}</LinkButton>}
              {allowed.withdraw && !attendanceTaken && (
                <LinkButton to={paths.meetingAct(meeting.id, 'attendance')}>
                  {t('committee.meeting.attendance')}
                </LinkButton>
              )}
              {(allowed.recuseAny || allowed.recuse) && (
                <LinkButton variant="secondary" to={to('recusal')}>
                  {t(allowed.recuseAny ? 'committee.item.recuseAny' : 'committee.item.recuseMe')}
                </LinkButton>
              )}
              {allowed.build && (
                <LinkButton variant="secondary" to={to('wording')}>
                  {t('committee.meeting.reword')}
                </LinkButton>
              )}
              {allowed.withdraw && (
                <LinkButton variant="tertiary" to={to('withdrawal')}>
                  {t('committee.item.withdraw')}
                </LinkButton>
              )}
            </>
          }
        />
        {item.secret && (
          <Notice className="after-head" title={t('committee.secret.title')}>
            {secrecyText(t, 'seesAll', item.provision)}
          </Notice>
        )}
        {item.withdrawn !== null && (
          <Notice className="after-head" kind="warning" title={t('committee.item.withdrawnBecause')}>
            <p>
              <MaskedText text={item.withdrawn} />
            </p>
          </Notice>
        )}
        {item.decision && (
          <Section title={t('committee.item.decision')}>
            <p>
              <Link to={paths.decision(item.decision.registryNumber)}>
                <OwnWords>{item.decision.title}</OwnWords>
              </Link>
            </p>
            <p className="meta">{t('common.registryNumber', { number: item.decision.registryNumber })}</p>
          </Section>
        )}
        <Section title={t('committee.item.proposal')}>
          {item.proposal ? <Clauses text={item.proposal} /> : <p className="soft">{t('committee.item.noProposal')}</p>}
        </Section>
        {item.text && (
          <Section title={t('committee.item.background')}>
            <Paragraphs text={item.text} />
          </Section>
        )}
        {(item.problem || item.round || hasDossier) && (
          <Section title={t('committee.item.dossier')}>
            {dossier && hasDossier ? (
              <ItemDossier item={dossier} />
            ) : (
              <LiveDossier problem={item.problem} round={item.round} called={meeting.calledAt !== null} />
            )}
          </Section>
        )}
        <Section title={t('committee.item.recusals')} intro={t('committee.item.recusalsIntro')}>
          <ItemRecusals
            recusals={recusals.map((one) => ({ ...one, organisation: nameOf(one.organisation) }))}
            withdrawTo={to('recusal-withdrawal')}
            mayWithdraw={(personId) => allowed.unrecuse.includes(personId)}
          />
        </Section>
        {meeting.status !== 'minuted' && (
          <Section title={t('committee.item.quorum')}>
            <QuorumSentence quorum={quorum} counted={attendanceTaken} />
            {attendanceTaken && open && <QuorumFollows />}
          </Section>
        )}
        {earlier.length > 0 && (
          <Section title={t('committee.item.earlier')}>
            <DecisionRows decisions={earlier} />
          </Section>
        )}
      </Page>
    </>
  )
}

/** What follows for an item that lacks its quorum, or whose chair takes no part in it. */
function QuorumFollows() {
  const { meeting, quorum, allowed } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (!quorum.met)
    return (
      <p>
        {t('committee.item.quorumLost')}{' '}
        {allowed.withdraw && (
          <Link to={paths.meetingAct(meeting.id, 'attendance')}>{t('committee.item.correctAttendance')}</Link>
        )}
      </p>
    )
  if (!meeting.chairId || quorum.taking.includes(meeting.chairId)) return null
  return <p>{t('committee.item.chairOut')}</p>
}

interface Named {
  number: number
  title: string
}

/** Before the pack is frozen the thing itself is the dossier; others than the members read the thing too. */
function LiveDossier({ problem, round, called }: { problem: Named | null; round: Named | null; called: boolean }) {
  const { t } = useI18n()
  return (
    <div className="stack">
      {problem && (
        <p>
          <ProblemLink {...problem} />
        </p>
      )}
      {round && (
        <p>
          <Link to={paths.round(round.number)}>{t('committee.item.toRound', { number: round.number })}</Link>
        </p>
      )}
      {!called && <p className="meta">{t('committee.item.dossierLater')}</p>}
    </div>
  )
}
