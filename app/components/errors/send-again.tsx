import { Actions, Button } from '~/components/ui/button.tsx'
import type { SignInNeeded } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Anything with a space in it was written by somebody; the rest are choices and ids. */
const isText = (value: string) => /\s/.test(value.trim())

/**
 * A form that was sent after the session had ended, whole: the reader signs in beside it and sends it again.
 * A plain form, since the page it came from is not there to receive the answer.
 */
export function SendAgain({ form }: { form: SignInNeeded }) {
  const { t } = useI18n()
  const fields = Object.entries(form.typed).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  )
  const texts = fields.filter(({ value }) => isText(value))
  return (
    <form method="post" action={form.path} className="stack">
      {fields.map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what came once is shown once, in its order
        <input key={`${at}${name}`} type="hidden" name={name} value={value} />
      ))}
      <ol className="steps-list">
        <li>
          <a href={paths.signIn('/sign-in/done')} target="_blank" rel="noopener">
            {t('errors.signIn.newTab')}
          </a>
        </li>
        <li>{t('errors.signIn.comeBack')}</li>
      </ol>
      <Actions>
        <Button>{t('errors.signIn.sendAgain')}</Button>
      </Actions>
      {texts.length > 0 && (
        <section aria-labelledby="kept" className="stack">
          <h2 id="kept">{t('errors.signIn.yourText')}</h2>
          {texts.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <blockquote key={`${at}${name}`} className="reasons kept-text">
              {value}
            </blockquote>
          ))}
        </section>
      )}
    </form>
  )
}
