import { Link } from '@remix-run/react'
import { Notice } from '~/components/ui/notice.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Somebody else recorded the decision while one wrote it: theirs to read, one's own still in the form. */
export function DecidedMeanwhile({ registryNumber, title }: { registryNumber: string; title: string }) {
  const { t } = useI18n()
  return (
    <Notice kind="warning" level={2} title={t('committee.decide.meanwhile')}>
      <p>{t('committee.decide.meanwhileText')}</p>
      <p>
        <Link to={paths.decision(registryNumber)}>
          {t('committee.decide.meanwhileLink', { number: registryNumber, title })}
        </Link>
      </p>
    </Notice>
  )
}
