import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Cast } from '~/components/people/cast.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { isDemonstration } from '~/domain/people/demonstration.ts'
import { signInForm } from '~/domain/people/people-forms.ts'
import { listCast } from '~/domain/people/people-queries.server.ts'
import { signIn } from '~/domain/people/sign-in-commands.server.ts'
import { deviceOf, signedInTo } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { safePath, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.signIn.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const back = safePath(new URL(request.url).searchParams.get('back'))
  const viewer = await viewerOf(request)
  // In demonstration mode one changes from person to person here, so a person who is signed in may come too.
  const demonstration = isDemonstration()
  if (viewer.id !== null && !demonstration) throw redirect(back)
  return { back, cast: demonstration ? await listCast() : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm)
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const signedIn = await attempt(() => signIn(form.value, device), form.typed)
  if (!signedIn.ok) return signedIn.response
  return signedInTo(form.value.back, signedIn.value)
}

export default function SignIn() {
  const { back, cast } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const labels = { email: t('people.signIn.email'), password: t('people.signIn.password') }
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.signIn.title') }]} />
      <Page>
        <div className="sign-in">
          <div className="sign-in__form">
            {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
            <div>
              <h1>{t('people.signIn.title')}</h1>
              <p className="lead">{t('people.signIn.lead')}</p>
            </div>
            <Form method="post" className="stack">
              <input type="hidden" name="back" value={back} />
              <TextInput
                name="email"
                type="email"
                label={labels.email}
                hint={t('people.signIn.emailHint')}
                autoComplete="username"
                defaultValue={String(failure?.typed.email ?? '')}
                error={failure?.errors.email}
              />
              <TextInput
                name="password"
                type="password"
                label={labels.password}
                autoComplete="current-password"
                error={failure?.errors.password}
              />
              <Actions>
                <Button>{t('people.signIn.button')}</Button>
                <LinkButton variant="tertiary" to={paths.forgottenPassword()}>
                  {t('people.signIn.forgotten')}
                </LinkButton>
              </Actions>
            </Form>
            <p className="meta">
              {t('people.signIn.noAccount')} <Link to={paths.contact()}>{t('people.signIn.ask')}</Link>
            </p>
          </div>
          {cast && <Cast cast={cast} back={back} />}
        </div>
      </Page>
    </>
  )
}
