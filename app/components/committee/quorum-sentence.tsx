import type { Quorum } from '~/domain/committee/quorum.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Whether an item has its quorum, with the numbers the answer is made of. */
export function QuorumSentence({ quorum, counted }: { quorum: Quorum; counted: boolean }) {
  const { t } = useI18n()
  const { required, members, present, absent, recusedPresent, taking, met } = quorum
  if (!counted) return <p>{t('committee.item.quorumLater', { required, members })}</p>
  return (
    <div className="stack-tight">
      <p>
        <strong>
          {t(met ? 'committee.item.quorumMet' : 'committee.item.quorumNotMet', {
            taking: taking.length,
            members,
            required,
          })}
        </strong>
      </p>
      <p className="meta">
        {t('committee.item.quorumParts', { present, absent, required })}{' '}
        {recusedPresent > 0 && t('committee.item.quorumRecused', { count: recusedPresent })}
      </p>
    </div>
  )
}
