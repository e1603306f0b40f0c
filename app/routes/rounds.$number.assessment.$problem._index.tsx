import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AssessPage } from '~/components/rounds/assess-page.tsx'
import { findOwnAssessment } from '~/domain/priorities/assessment-queries.server.ts'
import { saveAssessment } from '~/domain/priorities/round-commands.server.ts'
import { assessmentForm } from '~/domain/priorities/round-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.assess.pageTitle', {
    number: loaded?.dossier.number ?? '',
    done: loaded?.round.done ?? 0,
    of: loaded ? loaded.round.problems.length - loaded.round.recused : 0,
  }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  return found(await findOwnAssessment(viewer, Number(params.number), Number(params.problem)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, problemId } = found(await findOwnAssessment(viewer, Number(params.number), Number(params.problem)))
  const form = await parseForm(request, assessmentForm)
  if (!form.ok) return form.response
  const saved = await attempt(() => saveAssessment(viewer, round.id, problemId, form.value.scores), form.typed)
  if (!saved.ok) return saved.response
  const next = round.problems.find(({ number }) => String(number) === form.value.next)
  return redirect(paths.assessment(round.number, next?.number))
}

export default function AssessProblem() {
  const own = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  // Every problem has a form of its own: what was written about one must not stand in the next.
  return <AssessPage key={own.dossier.number} own={own} failure={failure} />
}
