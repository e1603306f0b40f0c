import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { AccessList } from '~/components/people/access-list.tsx'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { PersonTrail } from '~/components/people/person-trail.tsx'
import { RoleReview } from '~/components/people/role-review.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Section } from '~/components/ui/section.tsx'
import { accessOf } from '~/domain/people/access.ts'
import { findAccount, listPersonEvents } from '~/domain/people/people-queries.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => data?.account.name ?? t('admin.people.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const account = found(await findAccount(viewer, params.id ?? ''))
  return {
    account,
    access: accessOf(account),
    events: await listPersonEvents(viewer, account.id),
    self: account.id === viewer.id,
  }
}

export default function Account() {
  const { account, access, events, self } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  return (
    <AdminPage
      title={account.name}
      lead={account.email}
      crumbs={[{ label: t('admin.people.title'), to: paths.adminPeople() }]}
    >
      {account.deactivatedAt && (
        <Notice kind="warning" title={t('admin.person.closedTitle', { date: date(account.deactivatedAt) })}>
          {t('admin.person.closedText')}
        </Notice>
      )}
      <Section
        title={t('admin.person.roles')}
        intro={t('admin.person.rolesIntro')}
        margin={
          !account.deactivatedAt &&
          !self && (
            <LinkButton small variant="secondary" to={paths.adminPersonAct(account.id, 'roles')}>
              {t('admin.person.give')}
            </LinkButton>
          )
        }
      >
        <RoleReview roles={account.roles} />
      </Section>
      <Section title={t('admin.person.access')} intro={t('admin.person.accessIntro')}>
        <AccessList access={access} />
      </Section>
      <Section title={t('admin.person.trail')} intro={t('admin.person.trailIntro')}>
        <PersonTrail events={events} />
      </Section>
      <Section title={t('admin.person.factor')} intro={t('admin.person.factorIntro')}>
        <p>
          {account.factorSince
            ? t('admin.person.factorSince', { date: date(account.factorSince) })
            : t('admin.person.noFactor')}
        </p>
        {account.factorSince && !self && (
          <LinkButton variant="secondary" to={paths.adminPersonAct(account.id, 'second-factor-reset')}>
            {t('admin.person.resetFactor')}
          </LinkButton>
        )}
      </Section>
      {!self && (
        <Section title={t('admin.person.account')}>
          {account.deactivatedAt ? (
            <Form method="post" action={paths.adminPersonAct(account.id, 'reactivation')}>
              <Button variant="secondary">{t('admin.person.reopen')}</Button>
            </Form>
          ) : (
            <LinkButton variant="secondary" to={paths.adminPersonAct(account.id, 'deactivation')}>
              {t('admin.person.close')}
            </LinkButton>
          )}
        </Section>
      )}
    </AdminPage>
  )
}
