import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { useI18n } from '~/i18n/i18n.tsx'

/** "Show as of": a day, with a time of day if one likes. */
export function AsOfForm({ action, value }: { action: string; value?: string }) {
  const { t } = useI18n()
  return (
    <Form className="inline-form" action={action}>
      <div>
        <label htmlFor="asof">{t('problems.ledger.asof')}</label>
        <p className="hint meta" id="asof-hint">
          {t('problems.asof.hint')}
        </p>
        <div className="inline-form__row">
          <input
            className="ds-input date"
            id="asof"
            name="asof"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby="asof-hint"
            defaultValue={value}
          />
          <Button small variant="secondary">
            {t('problems.ledger.show')}
          </Button>
        </div>
      </div>
    </Form>
  )
}
