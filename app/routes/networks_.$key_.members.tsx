import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MemberTable } from '~/components/organisations/member-table.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Select } from '~/components/ui/select.tsx'
import { DateInput } from '~/components/ui/text-input.tsx'
import { calendarDate, now } from '~/domain/clock.ts'
import { addMember } from '~/domain/organisations/network-commands.server.ts'
import { memberForm } from '~/domain/organisations/organisation-forms.ts'
import {
  findNetwork,
  getNetworkRegister,
  listExistingOrganisations,
} from '~/domain/organisations/organisation-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.register.members'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  const { id, key, name, nameEn } = found(await findNetwork(params.key ?? ''))
  const [register, organisations] = await Promise.all([getNetworkRegister(id), listExistingOrganisations()])
  return { network: { key, name, nameEn }, ...register, organisations, today: calendarDate(now()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const { key } = found(await findNetwork(params.key ?? ''))
  const form = await parseForm(request, memberForm)
  if (!form.ok) return form.response
  const added = await attempt(() => addMember(viewer, key, form.value), form.typed)
  if (!added.ok) return added.response
  return redirectWithNotice(paths.networkAct(key, 'members'), 'organisations.register.memberAdded')
}

export default function Members() {
  const { network, members, coordinators, organisations, today } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const name = useName()
  const labels = { organisationId: t('organisations.register.member'), since: t('organisations.register.since') }
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('organisations.networks.many'), to: paths.networks() },
          { label: name(network), to: paths.network(network.key) },
          { label: t('organisations.register.members') },
        ]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={t('organisations.register.members')} lead={name(network)} />
        <Section title={t('organisations.register.coordinators')} intro={t('organisations.register.coordinatorsIntro')}>
          <p>{coordinators.length > 0 ? coordinators.join(', ') : t('organisations.register.noCoordinator')}</p>
          <Actions>
            <LinkButton variant="secondary" to={paths.newInvitation()}>
              {t('organisations.register.inviteCoordinator')}
            </LinkButton>
          </Actions>
        </Section>
        <Section title={t('organisations.register.addMember')}>
          <Form method="post" className="stack short-form">
            <Select
              name="organisationId"
              label={labels.organisationId}
              empty={t('organisations.register.choose')}
              options={organisations.map((one) => ({ value: one.id, label: name(one) }))}
              defaultValue={String(failure?.typed.organisationId ?? '')}
              error={failure?.errors.organisationId}
            />
            <DateInput
              name="since"
              label={labels.since}
              defaultValue={String(failure?.typed.since ?? today)}
              error={failure?.errors.since}
            />
            <Actions>
              <Button>{t('organisations.register.addMember')}</Button>
            </Actions>
          </Form>
        </Section>
        <Section full title={t('organisations.networks.membersTitle')}>
          {members.length === 0 ? (
            <p>{t('organisations.networks.membersNone')}</p>
          ) : (
            <MemberTable network={network.key} members={members} />
          )}
        </Section>
      </Page>
    </>
  )
}
