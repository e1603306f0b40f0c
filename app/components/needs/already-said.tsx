import type { Named } from '~/domain/organisations/organisation.ts'
import { Notice } from '~/components/ui/notice.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { OwnEndorsements } from './own-endorsements.tsx'

interface Props {
  need: { id: string }
  shared: { organisation: Named & { id: string }; comment: string }[]
  /** Why there is nothing to say, where nothing has been said. */
  refusal: string | null
  /** A comment that was sent and not kept. */
  unsaved: string
}

/** What the viewer's organisations have said of a need that they cannot say more of, and the way to take it back. */
export function AlreadySaid({ need, shared, refusal, unsaved }: Props) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <div className="stack">
      {refusal && <Notice title={refusal} />}
      {shared.map(({ organisation, comment }) => (
        <div key={organisation.id} className="stack-tight">
          <OwnEndorsements needId={need.id} organisations={[organisation]} />
          {comment && <Reasons lang={words}>{comment}</Reasons>}
        </div>
      ))}
      {unsaved && (
        <>
          <p>{t('needs.endorsement.unsaved')}</p>
          <Reasons lang={words}>{unsaved}</Reasons>
        </>
      )}
    </div>
  )
}
