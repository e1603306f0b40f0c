import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { can } from '~/domain/people/permissions.ts'
import { backForm } from '~/domain/problems/problem-forms.ts'
import { rejectSuggestion } from '~/domain/problems/suggestion-commands.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn, safePath } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('problems.suggestion.refused'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  permit(can(await requireSignIn(request), 'problem.build'))
  return redirect(paths.suggestionAct(params.id as string, 'change'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const form = await parseForm(request, backForm)
  if (!form.ok) throw form.response
  const id = params.id as string
  const done = await attempt(() => rejectSuggestion(viewer, id), form.typed)
  if (!done.ok) throw done.response
  return redirectWithNotice(
    safePath(form.value.back, paths.inbox()),
    'problems.suggestion.rejected',
    {},
    paths.suggestionAct(id, 'undo'),
  )
}

/** Never shown: what is refused becomes the page that says why. */
export { Nothing as default } from '~/components/errors/nothing.tsx'
