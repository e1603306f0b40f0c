import { Form, Link } from '@remix-run/react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Status } from '~/components/ui/status.tsx'
import type { NeedPage } from '~/domain/needs/need-page.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** The needs that this one is the same as: shown to everyone, undone by the coordinator. */
export function Duplicates({ duplicates }: Pick<NeedPage, 'duplicates'>) {
  const { t } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const linked = duplicates.original ? [duplicates.original] : duplicates.duplicates
  if (linked.length === 0) return null
  return (
    <Section title={t(duplicates.original ? 'needs.page.duplicateOf' : 'needs.page.duplicates')} id="same">
      <ul className="rows">
        {linked.map((need) => (
          <li key={need.id} className="row row--compact">
            <div className="row__body">
              <h3 className="row__title" lang={words}>
                <Link to={paths.need(need.id)}>{need.title}</Link>
              </h3>
              <p className="meta">
                {name(need.organisation)}
                {need.registryNumber && `. ${t('common.registryNumber', { number: need.registryNumber })}`}
              </p>
              {need.reason && (
                <p className="said" lang={words}>
                  {need.reason}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the coordinator can do. One primary action: the first that is due. */
export function NeedHandling({ need, actions }: Pick<NeedPage, 'need' | 'actions'>) {
  const { t, date } = useI18n()
  if (!(actions.acknowledge || actions.refer || actions.link || actions.unlink)) return null
  const overdue = need.overdue && need.due
  return (
    <Section
      title={t('needs.page.handle')}
      margin={
        need.due &&
        (overdue ? (
          <Status step="late">{t('needs.page.overdue', { date: date(need.due) })}</Status>
        ) : (
          <p>{t('needs.page.handleIntro', { date: date(need.due) })}</p>
        ))
      }
      className="no-print"
    >
      <Actions>
        {actions.acknowledge && (
          <Form method="post" action={paths.needAct(need.id, 'acknowledgement')}>
            <Button>{t('needs.page.acknowledge')}</Button>
          </Form>
        )}
        {actions.refer && (
          <LinkButton variant={actions.acknowledge ? 'secondary' : 'primary'} to={paths.needAct(need.id, 'referral')}>
            {t('needs.page.refer')}
          </LinkButton>
        )}
        {actions.link && (
          <LinkButton variant="tertiary" to={paths.needAct(need.id, 'duplicate')}>
            {t('needs.page.link')}
          </LinkButton>
        )}
        {actions.unlink && (
          <LinkButton variant="tertiary" to={paths.needAct(need.id, 'duplicate/removal')}>
            {t('needs.page.unlink')}
          </LinkButton>
        )}
      </Actions>
    </Section>
  )
}
