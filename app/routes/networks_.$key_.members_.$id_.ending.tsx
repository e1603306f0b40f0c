import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { DateInput } from '~/components/ui/text-input.tsx'
import { calendarDate, now } from '~/domain/clock.ts'
import { endMembership } from '~/domain/organisations/network-commands.server.ts'
import { membershipEndForm } from '~/domain/organisations/organisation-forms.ts'
import { findNetwork, getNetworkRegister } from '~/domain/organisations/organisation-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.register.endMembership'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  const { id, key, name, nameEn } = found(await findNetwork(params.key ?? ''))
  const { members } = await getNetworkRegister(id)
  const member = found(members.find((one) => one.id === params.id && one.until === null))
  return { network: { key, name, nameEn }, member, today: calendarDate(now()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const { key } = found(await findNetwork(params.key ?? ''))
  const form = await parseForm(request, membershipEndForm)
  if (!form.ok) return form.response
  const ended = await attempt(() => endMembership(viewer, key, params.id ?? '', form.value.until), form.typed)
  if (!ended.ok) return ended.response
  return redirectWithNotice(paths.networkAct(key, 'members'), 'organisations.register.memberEnded')
}

export default function EndMembership() {
  const { network, member, today } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const name = useName()
  const members = paths.networkAct(network.key, 'members')
  const label = t('organisations.register.until')
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: name(network), to: paths.network(network.key) },
          { label: t('organisations.register.members'), to: members },
          { label: t('organisations.register.endMembership') },
        ]}
      />
      <Page>
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ until: label }} />
        )}
        <PageHead
          title={t('organisations.register.endMembership')}
          lead={t('organisations.register.endLead', { organisation: name(member), network: name(network) })}
        />
        <Form method="post" className="stack short-form">
          <DateInput
            name="until"
            label={label}
            defaultValue={String(failure?.typed.until ?? today)}
            error={failure?.errors.until}
          />
          <FormActions submit={t('organisations.register.endMembership')} cancelTo={members} />
        </Form>
      </Page>
    </>
  )
}
