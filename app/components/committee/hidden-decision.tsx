import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { DecidedAt, type DecisionFrame, RecordHead } from './decision-head.tsx'
import { RecordHash } from './verification.tsx'
import { secrecyText } from './names.ts'

interface Props {
  decision: DecisionFrame & { provision: string; hash: string }
  authority: string
  checkTo: string
  verified: Parameters<typeof RecordHash>[0]['verified']
}

/** All that may be said of a secret decision: that it is there, and by which provision. */
export function HiddenDecision({ decision, authority, checkTo, verified }: Props) {
  const { t } = useI18n()
  return (
    <Page record>
      <RecordHead decision={decision} authority={authority} />
      <PageHead
        kind={{ glyph: 'lock', text: t('committee.decision.kind') }}
        notes={[
          t('common.registryNumber', { number: decision.registryNumber }),
          <DecidedAt key="at" decision={decision} />,
        ]}
        title={t('committee.secret.title')}
        lead={secrecyText(t, 'text', decision.provision)}
      />
      <div className="after-head">
        <RecordHash hash={decision.hash} checkTo={checkTo} verified={verified} />
      </div>
    </Page>
  )
}
