import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { commentLimit } from '~/domain/needs/need.ts'
import { linkDuplicate } from '~/domain/needs/duplicate-commands.server.ts'
import { duplicateForm } from '~/domain/needs/need-forms.ts'
import { findNeed, findNeedByReference } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, failure as failed, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.duplicate.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const { id, title, registryNumber } = found(await findNeed(person, params.id ?? ''))
  return { id, title, registryNumber }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const id = params.id ?? ''
  const form = await parseForm(request, duplicateForm)
  if (!form.ok) return form.response
  const original = await findNeedByReference(person, form.value.original)
  if (!original)
    return failed(400, { errors: { original: { key: 'needs.duplicate.original.unknown' } }, typed: form.typed })
  const linked = await attempt(() => linkDuplicate(person, id, original.id, form.value.reason), form.typed)
  if (!linked.ok) return linked.response
  return redirectWithNotice(paths.need(id), 'needs.notices.linked', undefined, paths.needAct(id, 'duplicate/removal'))
}

export default function Duplicate() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const { typed = {}, errors = {} } = failure ?? {}
  const labels = { original: t('needs.duplicate.original.label'), reason: t('needs.duplicate.reason') }
  return (
    <ActPage
      need={need}
      failure={failure}
      labels={labels}
      title={t('needs.duplicate.title')}
      lead={t('needs.duplicate.lead')}
      button={t('needs.duplicate.button')}
    >
      <TextInput
        question
        name="original"
        label={labels.original}
        hint={t('needs.duplicate.original.hint')}
        error={errors.original}
        defaultValue={String(typed.original ?? '')}
        autoComplete="off"
      />
      <TextArea
        question
        optional
        name="reason"
        label={labels.reason}
        error={errors.reason}
        most={commentLimit}
        rows={3}
        lang="sv"
        defaultValue={String(typed.reason ?? '')}
      />
    </ActPage>
  )
}
