import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReferralPage } from '~/components/needs/referral-page.tsx'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { listReferrals } from '~/domain/needs/need-detail-queries.server.ts'
import { referralForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { referNeed } from '~/domain/needs/referral-commands.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { findSimilar } from '~/domain/problems/similar-queries.server.ts'
import { listResourceNames } from '~/domain/resources/resource-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('needs.referral.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const need = found(await findNeed(person, params.id ?? ''))
  const { id, title, description, registryNumber, organisation } = need
  const [resources, answers, similar] = await Promise.all([
    listResourceNames(),
    listReferrals(id),
    findSimilar(person, { title, description, exceptNeedId: id, kinds: ['resource'] }, 4),
  ])
  return {
    need: { id, title, registryNumber },
    html: renderMarkdown(description),
    organisation,
    resources,
    similar,
    answers: { count: answers.length, latest: answers[0]?.answer ?? '' },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const { id, organisation } = found(await findNeed(person, params.id ?? ''))
  const form = await parseForm(request, referralForm)
  if (!form.ok) return form.response
  const referred = await attempt(() => referNeed(person, id, form.value), form.typed)
  if (!referred.ok) return referred.response
  const values = { organisation: nameIn(await localeOf(request), organisation) }
  return redirectWithNotice(paths.need(id), 'needs.notices.referred', values)
}

export default function Referral() {
  return <ReferralPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />
}
