import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NeedFormPage } from '~/components/needs/need-form-page.tsx'
import { contentOf } from '~/domain/needs/need.ts'
import { saveNeedDraft } from '~/domain/needs/draft-commands.server.ts'
import { draftFields, openedIn, stepForms } from '~/domain/needs/need-forms.ts'
import { pageSeen } from '~/domain/needs/need-record.server.ts'
import { type AnswerStep, answerSteps, furthestStep, stepAfter } from '~/domain/needs/need-steps.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { findSimilarForWriter } from '~/domain/problems/similar-queries.server.ts'
import { similarityNote } from '~/domain/problems/similarity-health.server.ts'
import { parseFormData, typedIn } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, failure, found, leadOn, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  data
    ? `${t('needs.form.stepOf', { step: data.number, count: 6 })}: ${t(`needs.form.steps.${data.step}`)} · ${t('needs.start.title')}`
    : t('needs.start.title'),
)

export { revalidateWhenStale as shouldRevalidate } from '~/http/revalidation.ts'

const stepOf = (params: { step?: string }) => found(answerSteps.find((step) => step === params.step))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const step = stepOf(params)
  const need = found(await findOwnNeed(person, params.id ?? ''))
  if (need.status !== 'draft') leadOn(request, paths.need(need.id))
  const similar =
    step === 'need'
      ? await findSimilarForWriter(
          person,
          { title: need.title, description: need.description, exceptNeedId: need.id },
          5,
        )
      : []
  const { id, organisation, updatedAt } = need
  return {
    id,
    organisation,
    updatedAt,
    step,
    number: answerSteps.indexOf(step) + 1,
    reached: need.step,
    content: contentOf(need),
    seen: pageSeen(step, need),
    mark: crypto.randomUUID(),
    similar,
    note: similarityNote(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const [step, id] = [stepOf(params), params.id ?? '']
  const need = found(await findOwnNeed(person, id))
  const form = await request.formData()
  if (form.has('later')) return saveForLater(person, id, step, form)
  const parsed = parseFormData(form, stepForms[step])
  if (!parsed.ok) return parsed.response
  const next = stepAfter(step)
  const saved = await attempt(
    () =>
      saveNeedDraft(person, id, parsed.value, {
        reached: furthestStep(need.step, next),
        opened: openedIn(step, parsed.typed),
      }),
    parsed.typed,
  )
  if (!saved.ok) return saved.response
  return redirect(paths.needForm(id, next))
}

/** Half an answer is kept as it is; nothing is asked for. */
async function saveForLater(person: Parameters<typeof saveNeedDraft>[0], id: string, step: AnswerStep, form: FormData) {
  const typed = typedIn(form)
  const fitting = draftFields(step, typed)
  const whole = parseFormData(form, stepForms[step])
  // What is missing can wait; what does not fit would be lost.
  const lost = whole.ok ? [] : Object.entries(whole.errors).filter(([field]) => !(field in fitting))
  if (lost.length > 0) return failure(400, { errors: Object.fromEntries(lost), typed })
  const opened = openedIn(step, typed)
  const saved = await attempt(() => saveNeedDraft(person, id, fitting, { reached: step, opened }), typed)
  return saved.ok ? redirectWithNotice(paths.needs({ own: '1' }), 'needs.notices.savedForLater') : saved.response
}

export default function NeedFormStep() {
  const draft = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return <NeedFormPage key={draft.step} draft={draft} failure={failure} />
}
