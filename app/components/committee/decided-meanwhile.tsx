import { Link } from '@remix-run/react'
import { Notice } from '~/components/ui/notice.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Decided {
  registryNumber: string
  title: string
}

/** Somebody else recorded the decision while one wrote it: theirs to read, one's own still in the form. */
export function DecidedMeanwhile(decision: Decided) {
  const { t } = useI18n()
  return (
    <Notice kind="warning" level={2} title={t('committee.decide.meanwhile')}>
      <p>{t('committee.decide.meanwhileText')}</p>
      <p>
        <DecisionLink {...decision} />
      </p>
    </Notice>
  )
}

/** The way to the decision of an item that has one. */
export function DecisionLink({ registryNumber, title }: Decided) {
  return (
    <Link to={paths.decision(registryNumber)}>
      <Sentence of="committee.decide.decisionLink" values={{ number: registryNumber }} parts={{ title }} />
    </Link>
  )
}
