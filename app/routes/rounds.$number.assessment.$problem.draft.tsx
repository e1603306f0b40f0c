import type { ActionFunctionArgs } from '@remix-run/node'
import { findOwnAssessment } from '~/domain/priorities/assessment-queries.server.ts'
import { saveAssessment } from '~/domain/priorities/round-commands.server.ts'
import { assessmentForm } from '~/domain/priorities/round-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { attempt, found } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

/** Saves the scores of one problem while they are being given. Answers with the time, for the script that asked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, problemId } = found(await findOwnAssessment(viewer, Number(params.number), Number(params.problem)))
  const form = await parseForm(request, assessmentForm)
  if (!form.ok) return Response.json({ savedAt: null }, { status: 400 })
  const saved = await attempt(() => saveAssessment(viewer, round.id, problemId, form.value.scores))
  return saved.ok
    ? Response.json({ savedAt: saved.value.at, scored: saved.value.scored })
    : Response.json({ savedAt: null }, { status: 409 })
}
