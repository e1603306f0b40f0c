import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { type Commitment, CommitmentList } from './commitment-list.tsx'

interface EarlierCommitment extends Commitment {
  /** Of the decision that it was made to. */
  registryNumber: string
  renewed: boolean
  mayRenew: boolean
}

interface Props {
  registryNumber: string
  commitments: readonly EarlierCommitment[]
}

/** What was committed to the decisions that this one supersedes, and the way to commit it anew. */
export function EarlierCommitments({ registryNumber, commitments }: Props) {
  const { t } = useI18n()
  if (commitments.length === 0) return null
  return (
    <Section title={t('committee.commitments.earlier')} intro={t('committee.commitments.earlierIntro')}>
      <CommitmentList
        registryNumber={registryNumber}
        commitments={commitments}
        after={(one) => <Standing registryNumber={registryNumber} commitment={one} />}
      />
    </Section>
  )
}

function Standing({ registryNumber, commitment }: { registryNumber: string; commitment: EarlierCommitment }) {
  const { t } = useI18n()
  const { id, registryNumber: earlier, withdrawnAt, renewed, mayRenew } = commitment
  return (
    <>
      <p className="meta">
        <Link to={paths.decision(earlier)}>{t('committee.commitments.madeTo', { number: earlier })}</Link>
        {!withdrawnAt && ` · ${t(renewed ? 'committee.commitments.renewed' : 'committee.commitments.notRenewed')}`}
      </p>
      {mayRenew && (
        <p className="no-print">
          <Link to={paths.commitmentRenewal(registryNumber, id)}>{t('committee.commitments.renew')}</Link>
        </p>
      )}
    </>
  )
}

/** On the record of a decision that no longer holds: what is committed to it holds no more than it does. */
export function Lapsed({ inForce, commitments }: { inForce: boolean; commitments: readonly Commitment[] }) {
  const { t } = useI18n()
  if (inForce || commitments.every((one) => one.withdrawnAt)) return null
  return <p className="more">{t('committee.commitments.lapsed')}</p>
}
