import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { can } from '~/domain/people/permissions.ts'
import { undoSuggestion } from '~/domain/problems/suggestion-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('problems.suggestion.refused'))

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireSignIn(request), 'problem.build'))
  return redirect(paths.inbox())
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const done = await attempt(() => undoSuggestion(viewer, params.id as string))
  if (!done.ok) throw done.response
  return redirectWithNotice(paths.inbox(), 'problems.suggestion.undone')
}

/** Never shown: what is refused becomes the page that says why. */
export { Nothing as default } from '~/components/errors/nothing.tsx'
