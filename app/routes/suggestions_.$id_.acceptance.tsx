import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { can } from '~/domain/people/permissions.ts'
import { backForm } from '~/domain/problems/problem-forms.ts'
import { findProblemById } from '~/domain/problems/problem-queries.server.ts'
import { acceptSuggestion } from '~/domain/problems/suggestion-commands.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn, safePath } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle((t) => t('problems.suggestion.refused'))

/** Who comes here without having answered sees the suggestion first. */
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
  const done = await attempt(() => acceptSuggestion(viewer, id), form.typed)
  if (!done.ok) throw done.response
  const t = translator(await localeOf(request))
  const problem = done.value.problemId ? await findProblemById(viewer, done.value.problemId) : undefined
  const values = {
    number: problem?.number ?? '',
    organisations: t('common.organisations', { count: problem?.demand ?? 0 }),
  }
  return redirectWithNotice(
    safePath(form.value.back, paths.inbox()),
    `problems.suggestion.done.${done.value.kind}`,
    values,
    paths.suggestionAct(id, 'undo'),
  )
}

/** Never shown: what is refused becomes the page that says why. */
export { Nothing as default } from '~/components/errors/nothing.tsx'
