import { Link } from '@remix-run/react'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { grouped } from './names.ts'

interface Verified {
  intact: boolean
  faults: ('record' | 'trail' | 'decisions' | 'succession')[]
}

/** The hash of a record, and what checking it has shown. */
export function RecordHash({
  hash,
  checkTo,
  verified,
}: {
  hash: string
  checkTo: string | null
  verified: Verified | null
}) {
  const { t } = useI18n()
  return (
    <div className="stack-tight" id="check">
      <p className="meta">
        {t('committee.verify.hash')} <span className="num">{grouped(hash)}</span>{' '}
        {checkTo && (
          <Link className="no-print" to={checkTo} preventScrollReset>
            {t('committee.verify.check')}
          </Link>
        )}
      </p>
      <div className="no-print">
        <Disclosure summary={t('committee.verify.full')}>
          <p className="num break-anywhere">{hash}</p>
        </Disclosure>
      </div>
      <p className="only-print meta num break-anywhere">SHA-256 {hash}</p>
      {verified && <VerificationNotice {...verified} />}
    </div>
  )
}

function VerificationNotice({ intact, faults }: Verified) {
  const { t } = useI18n()
  if (intact)
    return (
      <Notice kind="success" title={t('committee.verify.intact')}>
        {t('committee.verify.intactText')}
      </Notice>
    )
  return (
    <Notice kind="error" title={t('committee.verify.broken')}>
      <ul className="plain">
        {faults.map((fault) => (
          <li key={fault}>{t(`committee.verify.faults.${fault}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}
