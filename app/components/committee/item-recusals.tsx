import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { MaskedText } from './masked-text.tsx'

interface Props {
  recusals: { personId: string; name: string; organisation: string; reason: string }[]
  withdrawTo?: string
  /** Whether the viewer may take this one back. */
  mayWithdraw?: (personId: string) => boolean
}

export function ItemRecusals({ recusals, withdrawTo, mayWithdraw }: Props) {
  const { t } = useI18n()
  if (recusals.length === 0) return <p>{t('committee.item.noRecusals')}</p>
  return (
    <ul className="rows prose">
      {recusals.map(({ personId, name, organisation, reason }) => (
        <li key={personId} className="row">
          <p>
            <strong>{name}</strong>
            {organisation && `, ${organisation}`}. <MaskedText text={reason} />
          </p>
          {mayWithdraw?.(personId) && (
            <Form method="post" action={withdrawTo} preventScrollReset>
              <input type="hidden" name="personId" value={personId} />
              <Button variant="tertiary" small aria-label={t('committee.item.withdrawRecusalOf', { name })}>
                {t('committee.item.withdrawRecusal')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
