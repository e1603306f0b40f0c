import { useI18n } from '~/i18n/i18n.tsx'
import { Actions, Button, LinkButton } from './button.tsx'

/** The button that does it, and the way back. */
export function FormActions({ submit, cancelTo }: { submit: string; cancelTo: string }) {
  const { t } = useI18n()
  return (
    <Actions>
      <Button>{submit}</Button>
      <LinkButton variant="secondary" to={cancelTo}>
        {t('common.cancel')}
      </LinkButton>
    </Actions>
  )
}
