import { Link, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { useSignedOut } from '~/components/site/signed-out.tsx'
import { Page } from '~/components/ui/page.tsx'
import type { FormMessage } from '~/http/form-types.ts'
import type { SignInNeeded } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { errorText, errorTitle } from '~/i18n/error-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SendAgain } from './send-again.tsx'

interface Props {
  /** HTTP status of the response; 500 for what nobody foresaw. */
  status: number
  /** What the thrown response carried. */
  data?: unknown
}

/** Says what happened, that nothing is lost, and what to do next. Never why in the words of the machine. */
export function ErrorPage({ status, data }: Props) {
  const { t } = useI18n()
  const known = errorText(status)
  useSignedOut(status === 401)
  const repeatable = isSignInNeeded(data) && Object.keys(data.typed).length > 0 ? data : undefined
  const refusal = isFailure(data) ? data.message : undefined
  return (
    <Page>
      <div className="error-page">
        <p className="label">{t('errors.code', { status })}</p>
        <div className="stack">
          <h1>{t(errorTitle(status, data))}</h1>
          <p className="lead">
            {refusal ? t(refusal.key, refusal.values) : t(repeatable ? 'errors.signIn.kept' : `errors.${known}.text`)}
          </p>
          {repeatable ? <SendAgain form={repeatable} /> : <NextSteps status={status} />}
        </div>
      </div>
    </Page>
  )
}

function NextSteps({ status }: { status: number }) {
  const { t } = useI18n()
  const root = useRouteLoaderData<{ site: { viewer: object | null } }>('root')
  if (status === 404)
    return (
      <Sentence>
        <Link to={paths.search()}>{t('errors.toSearch')}</Link>
        <Link to={paths.start()}>{t('errors.toStart')}</Link>
        {!root?.site.viewer && <Link to={paths.signIn()}>{t('errors.toSignIn')}</Link>}
      </Sentence>
    )
  if (status === 401)
    return (
      <Actions>
        <LinkButton to={paths.signIn()}>{t('errors.signInButton')}</LinkButton>
        <LinkButton variant="tertiary" to={paths.start()}>
          {t('errors.toStart')}
        </LinkButton>
      </Actions>
    )
  return (
    <Sentence>
      <Link to={paths.start()}>{t('errors.toStart')}</Link>
      <Link to={paths.contact()}>{t('errors.toContact')}</Link>
    </Sentence>
  )
}

function Sentence({ children }: { children: ReactNode }) {
  return <p className="cluster">{children}</p>
}

function isSignInNeeded(data: unknown): data is SignInNeeded {
  return typeof data === 'object' && data !== null && (data as Partial<SignInNeeded>).signInNeeded === true
}

/** A command refused where there was no form to say so: its sentence says more than the status. */
function isFailure(data: unknown): data is { message: FormMessage | null } {
  return typeof data === 'object' && data !== null && 'message' in data && 'errors' in data
}
