import { Link } from '@remix-run/react'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import type { NeedPage } from '~/domain/needs/need-page.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { NeedStatus, useRelayText } from './need-status.tsx'

/** Whose need it is, where it stands, what it is called, and what is missing before it is sure. */
export function NeedHead({ need, actions }: Pick<NeedPage, 'need' | 'actions'>) {
  const { t } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const relay = useRelayText()(need)
  return (
    <>
      <PageHead
        kind={{
          glyph: 'need',
          text: (
            <Link to={paths.organisation(need.organisation.key)}>
              {t('needs.from', { organisation: name(need.organisation) })}
            </Link>
          ),
        }}
        status={<NeedStatus state={need.state} />}
        notes={[
          need.registryNumber && t('common.registryNumber', { number: need.registryNumber }),
          need.relay !== 'unconfirmed' && need.relay !== 'disowned' && relay,
          need.content.confidentiality > 1 && t('needs.page.restricted'),
        ]}
        title={<span lang={words}>{need.content.title || t('needs.untitled')}</span>}
      />
      <Standing need={need} actions={actions} />
    </>
  )
}

/** What a reader must know before the text: that it is a draft, not confirmed, disowned or withdrawn. */
function Standing({ need, actions }: Pick<NeedPage, 'need' | 'actions'>) {
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const who = {
    organisation: name(need.organisation),
    network: name(need.network),
    date: need.submittedAt ? date(need.submittedAt) : '',
  }
  if (need.status === 'draft')
    return (
      <Notice title={t('needs.page.draft')}>
        <p>{t('needs.page.draftText', who)}</p>
        <Actions>
          <LinkButton to={paths.needForm(need.id, need.step ?? 'need')}>{t('needs.page.continue')}</LinkButton>
          <LinkButton variant="tertiary" to={paths.needAct(need.id, 'removal')}>
            {t('needs.page.discard')}
          </LinkButton>
        </Actions>
      </Notice>
    )
  if (need.status === 'withdrawn')
    return (
      <Notice kind="warning" title={t('needs.page.withdrawn')}>
        {need.withdrawnReason && (
          <Reasons lang={words} by={need.takenBackByNetwork ? who.network : who.organisation}>
            {need.withdrawnReason}
          </Reasons>
        )}
      </Notice>
    )
  if (need.relay === 'disowned')
    return (
      <Notice kind="warning" title={t('needs.page.disowned', who)}>
        <p>{t('needs.page.disownedText')}</p>
        {need.relayReason && (
          <Reasons lang={words} by={who.organisation}>
            {need.relayReason}
          </Reasons>
        )}
        {actions.takeBackDisownment && (
          <p>
            <Link to={paths.needAct(need.id, 'confirmation')}>{t('needs.confirmation.button')}</Link>
          </p>
        )}
      </Notice>
    )
  if (need.relay !== 'unconfirmed') return null
  if (actions.answerRelay)
    return (
      <Notice kind="warning" title={t('needs.page.unconfirmedOwn', who)}>
        <p>{t('needs.page.unconfirmedOwnText')}</p>
        <Actions>
          <LinkButton to={paths.needAct(need.id, 'confirmation')}>{t('needs.page.confirm')}</LinkButton>
          <LinkButton variant="secondary" to={paths.needAct(need.id, 'correction')}>
            {t('needs.page.correct')}
          </LinkButton>
          <LinkButton variant="tertiary" to={paths.needAct(need.id, 'disownment')}>
            {t('needs.page.disown')}
          </LinkButton>
        </Actions>
      </Notice>
    )
  return (
    <Notice kind="warning" title={t('needs.page.unconfirmed', who)}>
      {t('needs.page.unconfirmedText', who)}
    </Notice>
  )
}
