import type { ActionFunctionArgs } from '@remix-run/node'
import { saveNeedDraft } from '~/domain/needs/draft-commands.server.ts'
import { draftFields, openedIn } from '~/domain/needs/need-forms.ts'
import { pageSeen } from '~/domain/needs/need-record.server.ts'
import { answerSteps } from '~/domain/needs/need-steps.ts'
import { typedIn } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { attempt, found } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

/** Saves a page of the form while it is being written. Answers with the time and what the page says now, for the script that asked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const typed = typedIn(await request.formData())
  const step = found(answerSteps.find((name) => name === typed.step))
  const opened = openedIn(step, typed)
  const saved = await attempt(() => saveNeedDraft(person, params.id ?? '', draftFields(step, typed), { opened }))
  if (!saved.ok) return Response.json({ stale: saved.response.data.message?.key === 'refusals.stale' }, { status: 409 })
  const { savedAt, content } = saved.value
  return Response.json({ savedAt, seen: pageSeen(step, content) })
}
