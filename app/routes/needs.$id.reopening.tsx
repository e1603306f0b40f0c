import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReasonPage } from '~/components/needs/reason-page.tsx'
import { now } from '~/domain/clock.ts'
import { answerDays, answerDue, canReopen } from '~/domain/needs/need.ts'
import { reopenNeed } from '~/domain/needs/need-commands.server.ts'
import { reasonForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { formatFor } from '~/i18n/format.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.reopening.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.edit', need))
  if (!canReopen(need)) leadOn(request, paths.need(need.id))
  return { id: need.id, title: need.title, registryNumber: need.registryNumber }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const done = await attempt(() => reopenNeed(person, id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  const due = answerDue({ submittedAt: now() }) as Date
  return redirectWithNotice(paths.need(id), 'needs.notices.reopened', {
    date: formatFor(await localeOf(request)).date(due),
  })
}

export default function Reopening() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <ReasonPage
      need={need}
      failure={failure}
      title={t('needs.reopening.title')}
      lead={t('needs.reopening.lead', { days: answerDays })}
      button={t('needs.reopening.button')}
    />
  )
}
