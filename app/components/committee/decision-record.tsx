import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LinkButton } from '~/components/ui/button.tsx'
import { OwnWords } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { CommitmentBalance } from '~/domain/committee/commitment.ts'
import type { Votes } from '~/domain/committee/decision.ts'
import type { RecordedPerson } from '~/domain/committee/minutes.ts'
import type { PackPlace } from '~/domain/committee/decision-pack.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { type Commitment, CommitmentList } from './commitment-list.tsx'
import { CommitmentTable } from './commitment-table.tsx'
import { Lapsed } from './earlier-commitments.tsx'
import { ItemRecusals } from './item-recusals.tsx'
import { Paragraphs } from './masked-text.tsx'
import { Places } from './problem-dossier.tsx'

export function Dissents({ dissents }: { dissents: (RecordedPerson & { text: string })[] }) {
  const { t } = useI18n()
  if (dissents.length === 0) return null
  return (
    <Section title={t('committee.decision.dissent')}>
      <div className="stack">
        {dissents.map(({ personId, name, organisation, text }) => (
          <div key={personId} className="stack-tight">
            <Paragraphs text={text} />
            <p className="meta">{t('committee.person', { name, organisation })}</p>
          </div>
        ))}
      </div>
    </Section>
  )
}

export function Recusals({ recused }: { recused: (RecordedPerson & { reason: string })[] }) {
  const { t } = useI18n()
  if (recused.length === 0) return null
  return (
    <Section title={t('committee.decision.recusals')} intro={t('committee.item.recusalsIntro')}>
      <ItemRecusals recusals={recused} />
    </Section>
  )
}

export function Participants({
  participants,
  votes,
}: {
  participants: (RecordedPerson & { chair: boolean })[]
  votes: Votes | null
}) {
  const { t } = useI18n()
  return (
    <Section title={t('committee.decision.participants')} intro={t('committee.decision.participantsIntro')}>
      <div className="prose">
        <ul className="plain names">
          {participants.map(({ personId, name, organisation, chair }) => (
            <li key={personId}>
              {name}
              <span className="meta">
                {organisation && `, ${organisation}`}
                {chair && `, ${t('committee.decision.presided')}`}
              </span>
            </li>
          ))}
        </ul>
        <VotesSentence votes={votes} chair={participants.find(({ chair }) => chair)?.name} />
      </div>
    </Section>
  )
}

/** How the votes fell; of a tie also who settled it, or the numbers would say that nothing was decided. */
export function VotesSentence({ votes, chair }: { votes: Votes | null; chair: string | undefined }) {
  const { t } = useI18n()
  if (!votes) return null
  return (
    <p>
      {t('committee.decision.votes', { ...votes })}
      {votes.for === votes.against && chair && ` ${t('committee.decision.tie', { name: chair })}`}
    </p>
  )
}

interface ResourcesProps {
  registryNumber: string
  inForce: boolean
  balance: CommitmentBalance
  commitments: Commitment[]
  mayCommit: boolean
}

/** Committed against needed is always there, also when nothing is. */
export function Resources({ registryNumber, inForce, balance, commitments, mayCommit }: ResourcesProps) {
  const { t } = useI18n()
  return (
    <Section
      title={t('committee.decision.resources')}
      intro={balance.competences.length > 0 && t('committee.decision.resourcesIntro')}
    >
      <CommitmentTable balance={balance} />
      <Lapsed inForce={inForce} commitments={commitments} />
      {commitments.length > 0 && (
        <div className="more">
          <CommitmentList registryNumber={registryNumber} commitments={commitments} />
        </div>
      )}
      {mayCommit && (
        <p className="more no-print">
          <LinkButton variant="secondary" to={paths.decisionAct(registryNumber, 'commitments')}>
            {t('committee.decision.commit')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

interface BasisProps {
  problem: { number: number; title: string } | null
  basis: { asOf: string | null; needs: number; demand: number; places: PackPlace[] } | null
  rapporteur: { name: string } | null
  resource: (Named & { key: string }) | null
  children?: ReactNode
}

/** What the body had before it. */
export function Basis({ problem, basis, rapporteur, resource, children }: BasisProps) {
  const { t, date } = useI18n()
  const nameOf = useName()
  // An item of another kind has a frozen pack too, with nothing in it.
  if (!problem && !basis?.places.length && !rapporteur && !resource) return null
  const counts = basis && {
    needs: t('common.needs', { count: basis.needs }),
    organisations: t('common.organisations', { count: basis.demand }),
  }
  return (
    <Section title={t('committee.decision.basis')}>
      <div className="prose stack">
        {problem && (
          <p>
            <Link to={paths.problem(problem.number)}>
              {t('committee.decision.problem', { number: problem.number })}
            </Link>
            {basis?.asOf && counts
              ? ` ${t('committee.decision.asOf', { date: date(basis.asOf), ...counts })}`
              : [': ', <OwnWords key="title">{problem.title}</OwnWords>]}
          </p>
        )}
        {basis && <Places places={basis.places} />}
        {resource && (
          <p>
            {t('committee.decision.pointsTo')} <Link to={paths.resource(resource.key)}>{nameOf(resource)}</Link>
          </p>
        )}
        {rapporteur && <p>{t('committee.decision.rapporteur', { name: rapporteur.name })}</p>}
        {children}
      </div>
    </Section>
  )
}
