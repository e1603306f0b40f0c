import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { HeldRoles } from '~/components/people/held-roles.tsx'
import { OwnSecondFactor } from '~/components/people/own-second-factor.tsx'
import { SessionList } from '~/components/people/session-list.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { changeAccount } from '~/domain/people/account-commands.server.ts'
import { accountForm } from '~/domain/people/people-forms.ts'
import { getOwnAccount } from '~/domain/people/people-queries.server.ts'
import { getOwnSecondFactor } from '~/domain/people/second-factor-queries.server.ts'
import { listSessions } from '~/domain/people/sessions.server.ts'
import { localeCookie } from '~/http/cookies.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn, sessionIdOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.account.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const sessionId = await sessionIdOf(request)
  const [account, secondFactor, sessions] = await Promise.all([
    getOwnAccount(person),
    getOwnSecondFactor(person),
    listSessions(person.id, sessionId ?? undefined),
  ])
  return { account, secondFactor, sessions }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, accountForm)
  if (!form.ok) return form.response
  const changed = await attempt(() => changeAccount(person, form.value), form.typed)
  if (!changed.ok) return changed.response
  const response = await redirectWithNotice(paths.account(), 'people.account.saved')
  response.headers.append('Set-Cookie', await localeCookie.serialize(form.value.locale))
  return response
}

export default function Account() {
  const { account, secondFactor, sessions } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const languages = [
    { value: 'sv', label: <span lang="sv">Svenska</span> },
    { value: 'en', label: <span lang="en">English</span> },
  ]
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.account.title') }]} />
      <Page>
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ name: t('people.account.name') }}
          />
        )}
        <PageHead title={t('people.account.title')} lead={account.email} />
        <Section title={t('people.account.aboutYou')} intro={t('people.account.aboutYouIntro')}>
          <Form method="post" className="stack short-form">
            <TextInput
              name="name"
              label={t('people.account.name')}
              autoComplete="name"
              defaultValue={String(failure?.typed.name ?? account.name)}
              error={failure?.errors.name}
            />
            <RadioGroup
              name="locale"
              label={t('people.account.language')}
              choices={languages}
              defaultValue={String(failure?.typed.locale ?? account.locale)}
              error={failure?.errors.locale}
            />
            <Actions>
              <Button>{t('common.save')}</Button>
            </Actions>
          </Form>
        </Section>
        <Section title={t('people.account.roles')} intro={t('people.account.rolesIntro')}>
          <HeldRoles roles={account.roles} />
        </Section>
        <Section title={t('people.account.password')}>
          {account.hasPassword ? (
            <LinkButton variant="secondary" to={paths.accountPassword()}>
              {t('people.account.changePassword')}
            </LinkButton>
          ) : (
            <p>{t('people.account.noPassword')}</p>
          )}
        </Section>
        {account.hasPassword && (
          <Section title={t('people.factor.title')} intro={t('people.factor.intro')}>
            <OwnSecondFactor {...secondFactor} />
          </Section>
        )}
        <Section title={t('people.sessions.title')} intro={t('people.sessions.intro')}>
          <SessionList sessions={sessions} />
        </Section>
      </Page>
    </>
  )
}
