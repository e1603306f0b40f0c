import { Link } from '@remix-run/react'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import type { FormMessage } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export const isTooSecretMessage = (message: FormMessage | null | undefined) => message?.key === 'refusals.needTooSecret'

/** Where to go with what must not be written here, and how to take away what already was. */
export function TooSecret({ draftId }: { draftId?: string }) {
  const { t } = useI18n()
  return (
    <Notice kind="warning" level={2} title={t('needs.form.tooSecret.title')}>
      <p>{t('needs.form.tooSecret.text')}</p>
      <Actions>
        <Link to={paths.contact()}>{t('needs.form.tooSecret.contact')}</Link>
        {draftId && (
          <LinkButton variant="tertiary" small to={paths.needAct(draftId, 'removal')}>
            {t('needs.form.discard')}
          </LinkButton>
        )}
      </Actions>
    </Notice>
  )
}
