import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { canConfirm } from '~/domain/needs/need-actions.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { confirmRelayedNeed } from '~/domain/needs/relay-commands.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.confirmation.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.confirm', need))
  if (!canConfirm(need)) leadOn(request, paths.need(need.id))
  const { id, title, registryNumber, network, submittedAt } = need
  return { id, title, registryNumber, network, submittedAt: found(submittedAt), html: renderMarkdown(need.description) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const confirmed = await attempt(() => confirmRelayedNeed(person, id))
  if (!confirmed.ok) return confirmed.response
  return redirectWithNotice(paths.need(id), 'needs.notices.confirmed')
}

export default function Confirmation() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  return (
    <ActPage
      need={need}
      failure={failure}
      title={t('needs.confirmation.title')}
      lead={t('needs.confirmation.lead', { network: name(need.network), date: date(need.submittedAt) })}
      button={t('needs.confirmation.button')}
      before={
        <div className="reasons act__need" lang={words}>
          <h2>{need.title}</h2>
          <Prose said html={need.html} />
        </div>
      }
      more={
        <>
          <LinkButton variant="secondary" to={paths.needAct(need.id, 'correction')}>
            {t('needs.page.correct')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.needAct(need.id, 'disownment')}>
            {t('needs.page.disown')}
          </LinkButton>
        </>
      }
    />
  )
}
