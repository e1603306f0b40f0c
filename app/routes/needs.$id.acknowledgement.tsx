import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { acknowledgeNeed } from '~/domain/needs/need-commands.server.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.need(params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const { id, organisation } = found(await findNeed(person, params.id ?? ''))
  const acknowledged = await attempt(() => acknowledgeNeed(person, id))
  if (!acknowledged.ok) throw acknowledged.response
  const values = { organisation: nameIn(await localeOf(request), organisation) }
  return redirectWithNotice(paths.need(id), 'needs.notices.acknowledged', values)
}

/** Never shown: what is refused becomes the page that says why. */
export default function Acknowledgement() {
  return null
}
