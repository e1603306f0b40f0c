import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { commentLimit } from '~/domain/needs/need.ts'
import { referralReplyForm } from '~/domain/needs/need-forms.ts'
import { listReferrals } from '~/domain/needs/need-detail-queries.server.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { replyToReferral } from '~/domain/needs/referral-commands.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.referralReply.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const { id, title, registryNumber } = found(await findOwnNeed(person, params.id ?? ''))
  const latest = found((await listReferrals(id))[0])
  if (latest.repliedAt) leadOn(request, paths.need(id))
  return { id, title, registryNumber, html: renderMarkdown(latest.answer) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, referralReplyForm)
  if (!form.ok) return form.response
  const replied = await attempt(() => replyToReferral(person, id, form.value), form.typed)
  if (!replied.ok) return replied.response
  return redirectWithNotice(paths.need(id), form.value.helped ? 'needs.notices.helped' : 'needs.notices.notHelped')
}

export default function ReferralReply() {
  const { html, ...need } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const words = useOwnWords()
  const { typed = {}, errors = {} } = failure ?? {}
  const labels = { helped: t('needs.referralReply.helped'), reply: t('needs.referralReply.reply.label') }
  const choices = [
    { value: 'yes', label: t('needs.referralReply.yes') },
    { value: 'no', label: t('needs.referralReply.no') },
  ]
  return (
    <ActPage
      need={need}
      failure={failure}
      labels={labels}
      title={t('needs.referralReply.title')}
      lead={t('needs.referralReply.lead')}
      button={t('needs.referralReply.button')}
      before={
        <div className="reasons act__need">
          <Prose said lang={words} html={html} />
        </div>
      }
    >
      <RadioGroup
        question
        name="helped"
        label={labels.helped}
        error={errors.helped}
        defaultValue={String(typed.helped ?? '')}
        choices={choices}
      />
      <TextArea
        question
        name="reply"
        label={labels.reply}
        hint={t('needs.referralReply.reply.hint')}
        error={errors.reply}
        most={commentLimit}
        rows={4}
        lang="sv"
        defaultValue={String(typed.reply ?? '')}
      />
    </ActPage>
  )
}
