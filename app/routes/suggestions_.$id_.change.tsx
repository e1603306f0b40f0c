import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SuggestionForm } from '~/components/problems/suggestion-form.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listDescriptions } from '~/domain/problems/member-queries.server.ts'
import { changeForm } from '~/domain/problems/problem-forms.ts'
import { findProblem, findProblemById, listBuildableProblems } from '~/domain/problems/problem-queries.server.ts'
import { changeSuggestion } from '~/domain/problems/suggestion-commands.server.ts'
import { findSuggestion } from '~/domain/problems/suggestion-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn, safePath } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t(`problems.suggestion.changeTitle.${data?.suggestion.kind ?? 'join'}`),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const suggestion = found(await findSuggestion(viewer, params.id as string))
  const back = safePath(new URL(request.url).searchParams.get('back'), paths.inbox())
  const compared =
    suggestion.kind === 'duplicate'
      ? await listDescriptions(viewer, [suggestion.other.need?.id, suggestion.leadNeedId])
      : {}
  return { suggestion, back, problems: await listBuildableProblems(viewer), compared }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const form = await parseForm(request, changeForm)
  if (!form.ok) return form.response
  const { to, need, title, back, ...words } = form.value
  const target = to === undefined ? undefined : found(await findProblem(viewer, to))
  const change = {
    ...words,
    problemId: target?.id,
    needIds: need.length > 0 ? need : undefined,
    title: title || undefined,
  }
  const done = await attempt(() => changeSuggestion(viewer, params.id as string, change), form.typed)
  if (!done.ok) return done.response
  const { problemId, kind } = done.value
  const t = translator(await localeOf(request))
  const problem = problemId ? await findProblemById(viewer, problemId) : undefined
  const values = {
    number: problem?.number ?? '',
    organisations: t('common.organisations', { count: problem?.demand ?? 0 }),
  }
  const did = kind === 'new' && target ? 'join' : kind
  return redirectWithNotice(
    safePath(back, paths.inbox()),
    `problems.suggestion.done.${did}`,
    values,
    paths.suggestionAct(params.id as string, 'undo'),
  )
}

export default function ChangeSuggestion() {
  return <SuggestionForm {...useLoaderData<typeof loader>()} />
}
