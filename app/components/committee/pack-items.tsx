import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import type { PackItem } from '~/domain/committee/decision-pack.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Clauses, MaskedText, Paragraphs } from './masked-text.tsx'
import { ItemDossier } from './problem-dossier.tsx'
import { secrecyText } from './names.ts'

/** Item after item as the members were sent them; in the margin what the item is, and who reports on it. */
export function PackItems({
  items,
  meetingId,
  mayRecuse,
}: {
  items: PackItem[]
  meetingId: string
  mayRecuse: boolean
}) {
  const { t } = useI18n()
  return items.map((item) => (
    <Section
      key={item.itemId}
      className="pack-item"
      title={t('committee.pack.item', { position: item.position })}
      intro={t(`committee.kinds.${item.kind}`)}
      margin={
        <>
          {item.rapporteur && <p>{t('committee.meeting.rapporteur', { name: item.rapporteur.name })}</p>}
          {item.secret && <p>{secrecyText(t, 'text', item.provision)}</p>}
          {mayRecuse && (
            <p className="no-print">
              <Link
                to={paths.agendaItemAct(meetingId, item.itemId, 'recusal')}
                aria-label={`${t('committee.item.recuseMe')}: ${t('committee.item.kind', { position: item.position })}`}
              >
                {t('committee.item.recuseMe')}
              </Link>
            </p>
          )}
        </>
      }
    >
      <div className="stack">
        <h3 className="display-small">
          <Link to={paths.agendaItem(meetingId, item.itemId)}>
            <MaskedText text={item.title} />
          </Link>
        </h3>
        {item.text && <Paragraphs text={item.text} />}
        {item.proposal && (
          <>
            <h4 className="label">{t('committee.item.proposal')}</h4>
            <Clauses text={item.proposal} />
          </>
        )}
        {(item.problem || item.round) && (
          <>
            <h4 className="label">{t('committee.item.dossier')}</h4>
            <ItemDossier item={item} open />
          </>
        )}
      </div>
    </Section>
  ))
}
