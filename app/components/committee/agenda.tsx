import { Form, Link } from '@remix-run/react'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { Rows } from '~/components/ui/row.tsx'
import type { ItemKind } from '~/domain/committee/meeting.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { MaskedText } from './masked-text.tsx'
import { secrecyText } from './names.ts'

export type AgendaRow =
  | { hidden: true; id: string; position: number; provision: string; recused: number }
  | {
      hidden: false
      id: string
      position: number
      kind: ItemKind
      title: string
      proposal: string
      secret: boolean
      provision: string
      withdrawn: string | null
      rapporteur: string | null
      problem: { number: number; title: string } | null
      round: { number: number; title: string } | null
      decision: { registryNumber: string } | null
      recused: number
    }

/** The items in their order; while the agenda is built each has buttons to move, change and remove it. */
export function Agenda({ meetingId, items, building }: { meetingId: string; items: AgendaRow[]; building: boolean }) {
  return (
    <Rows ordered>
      {items.map((item) =>
        item.hidden ? (
          <HiddenItem key={item.id} {...item} />
        ) : (
          <li key={item.id} className="row row--lead">
            <p className="row__lead">
              <b>{item.position}</b>
            </p>
            <div className="row__body">
              <h3 className="row__title">
                <Link to={paths.agendaItem(meetingId, item.id)}>
                  <MaskedText text={item.title} />
                </Link>
              </h3>
              <ItemFoot item={item} building={building} />
              {building && (
                <ItemButtons
                  meetingId={meetingId}
                  item={item}
                  first={item.position === 1}
                  last={item.position === items.length}
                />
              )}
            </div>
          </li>
        ),
      )}
    </Rows>
  )
}

function HiddenItem({ position, provision }: { position: number; provision: string }) {
  const { t } = useI18n()
  return (
    <li className="row row--lead">
      <p className="row__lead">
        <b>{position}</b>
      </p>
      <div className="row__body">
        <h3 className="row__title">{t('committee.secret.title')}</h3>
        <p className="row__foot">{secrecyText(t, 'text', provision)}</p>
      </div>
    </li>
  )
}

type Shown = Extract<AgendaRow, { hidden: false }>

function ItemFoot({ item, building }: { item: Shown; building: boolean }) {
  const { t } = useI18n()
  const { kind, problem, round, rapporteur, recused, decision, withdrawn, secret, provision } = item
  return (
    <p className="row__foot">
      <span>{t(`committee.kinds.${kind}`)}</span>
      {problem && <span>{t('committee.meeting.problem', { number: problem.number })}</span>}
      {round && <span>{t('committee.meeting.round', { number: round.number })}</span>}
      {rapporteur && <span>{t('committee.meeting.rapporteur', { name: rapporteur })}</span>}
      {secret && <span>{secrecyText(t, 'text', provision)}</span>}
      {recused > 0 && <span>{t('committee.meeting.recused', { count: recused })}</span>}
      {building && kind === 'problem' && !item.proposal && <strong>{t('committee.meeting.noProposal')}</strong>}
      {withdrawn !== null && <strong>{t('committee.meeting.withdrawn')}</strong>}
      {decision && (
        <Link to={paths.decision(decision.registryNumber)}>
          {t('committee.meeting.decided')} {t('common.registryNumber', { number: decision.registryNumber })}
        </Link>
      )}
    </p>
  )
}

/** Moving has buttons for everyone; each names its item for those who hear them in a list. */
function ItemButtons({
  meetingId,
  item,
  first,
  last,
}: {
  meetingId: string
  item: Shown
  first: boolean
  last: boolean
}) {
  const { t } = useI18n()
  const { id, title } = item
  return (
    <div className="actions">
      <Form
        method="post"
        action={paths.agendaItemAct(meetingId, id, 'position')}
        className="actions"
        preventScrollReset
      >
        <input type="hidden" name="from" value={item.position} />
        {!first && (
          <Button
            variant="secondary"
            small
            name="direction"
            value="up"
            aria-label={t('committee.meeting.upItem', { title })}
          >
            {t('committee.meeting.up')}
          </Button>
        )}
        {!last && (
          <Button
            variant="secondary"
            small
            name="direction"
            value="down"
            aria-label={t('committee.meeting.downItem', { title })}
          >
            {t('committee.meeting.down')}
          </Button>
        )}
      </Form>
      <LinkButton
        variant="secondary"
        small
        to={paths.agendaItemAct(meetingId, id, 'wording')}
        aria-label={t('committee.meeting.rewordItem', { title })}
      >
        {t('committee.meeting.reword')}
      </LinkButton>
      <Form method="post" action={paths.agendaItemAct(meetingId, id, 'removal')} preventScrollReset>
        <Button variant="tertiary" small aria-label={t('committee.meeting.removeItem', { title })}>
          {t('committee.meeting.remove')}
        </Button>
      </Form>
    </div>
  )
}
