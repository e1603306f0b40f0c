import { Notice } from '~/components/ui/notice.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { secrecyText } from './names.ts'

/** To the public: that words are masked, and why. To those who see them: which words the public does not. */
export function SecrecyNotice({
  masked,
  secret,
  passages,
  provision,
}: {
  masked: boolean
  secret: boolean
  passages: string[]
  provision: string
}) {
  const { t } = useI18n()
  if (secret) return <Notice className="after-head" title={secrecyText(t, 'seesAll', provision)} />
  if (passages.length > 0)
    return (
      <Notice className="after-head" title={secrecyText(t, 'sees', provision)}>
        <ul className="plain">
          {passages.map((passage) => (
            <li key={passage} className="said">
              {passage}
            </li>
          ))}
        </ul>
      </Notice>
    )
  if (masked) return <p className="after-head meta">{secrecyText(t, 'maskedNote', provision)}</p>
  return null
}
