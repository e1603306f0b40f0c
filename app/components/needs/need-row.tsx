import type { Named } from '~/domain/organisations/organisation.ts'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Row } from '~/components/ui/row.tsx'
import type { NeedState } from '~/domain/needs/need-state.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { NeedStatus, type Relayed, useRelayText } from './need-status.tsx'

export interface NeedInRow extends Relayed {
  id: string
  title: string
  state: NeedState
  registryNumber: string | null
  needArea: string | null
  networkReference: string | null
  networkStatus: string | null
  confidentiality: number
  submittedAt: Date | null
  updatedAt: Date
  sharedBy: number
  step: string | null
  organisation: Named & { key: string }
}

/** A need in a list: its title in the submitter's words, whose it is, the way in, and where it has come. */
export function NeedRow({ need }: { need: NeedInRow }) {
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const relay = useRelayText()(need)
  const draft = need.state === 'draft'
  return (
    <Row
      lead={
        draft ? t('needs.list.savedAt', { date: date(need.updatedAt) }) : need.submittedAt && date(need.submittedAt)
      }
      title={need.title || t('needs.untitled')}
      lang={need.title ? words : undefined}
      to={draft ? paths.needForm(need.id, need.step ?? 'need') : paths.need(need.id)}
      level={3}
      foot={[
        <NeedStatus key="status" state={need.state} />,
        need.needArea && t(`needs.areas.${need.needArea}` as 'needs.areas.reuse'),
        need.sharedBy > 0 && t('needs.list.sharedBy', { count: need.sharedBy }),
        need.registryNumber && t('common.registryNumber', { number: need.registryNumber }),
        need.confidentiality > 1 && t('needs.page.restricted'),
      ]}
    >
      <p>{name(need.organisation)}</p>
      {relay && <p className="meta">{relay}</p>}
      {need.networkReference && (
        <p className="meta">
          {t('needs.relay.reference', { reference: need.networkReference })}
          {need.networkStatus && `. ${t('needs.relay.networkStatus', { status: need.networkStatus })}`}
        </p>
      )}
    </Row>
  )
}
