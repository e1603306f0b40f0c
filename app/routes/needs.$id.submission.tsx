import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { submitNeed } from '~/domain/needs/draft-commands.server.ts'
import { seenIn, typedIn } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.needForm(params.id ?? '', 'check'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const seen = seenIn(typedIn(await request.formData()))
  const submitted = await attempt(() => submitNeed(person, id, seen))
  // A colleague has changed an answer: what applies now is to be checked, not what was on the page.
  if (!submitted.ok && submitted.response.data.message?.key === 'refusals.stale')
    return redirectWithNotice(paths.needForm(id, 'check'), 'needs.notices.changedSinceCheck')
  if (!submitted.ok) throw submitted.response
  return redirect(paths.needReceipt(id))
}

/** Never shown: what is refused becomes the page that says why. */
export default function Submission() {
  return null
}
