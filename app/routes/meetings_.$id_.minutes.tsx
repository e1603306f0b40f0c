import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Approved } from '~/components/committee/approved.tsx'
import { LockForm, lockLabels } from '~/components/committee/lock-form.tsx'
import { MinutesRecord } from '~/components/committee/minutes-page.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { lockMinutes } from '~/domain/committee/meeting-commands.server.ts'
import { minutesForm } from '~/domain/committee/meeting-forms.ts'
import { draftMinutes, findMinutes } from '~/domain/committee/minutes-queries.server.ts'
import { verifyMinutes } from '~/domain/committee/verification.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { authority } from '~/http/authority.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { printStyle } from '~/http/print-style.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'
const title = pageTitle((t) => t('committee.minutes.title'))
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(title(args) ?? []),
  printStyle(paths.meetingAct(args.params.id ?? '', 'print.css')),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const id = params.id ?? ''
  const locked = await findMinutes(viewer, id)
  const draft = locked ? undefined : found(await draftMinutes(viewer, id))
  const checked = locked && new URL(request.url).searchParams.has('check') ? await verifyMinutes(id) : undefined
  const verified = checked ? { intact: checked.intact, faults: checked.faults } : null
  return {
    id,
    locked: locked ?? null,
    draft: draft ?? null,
    verified,
    authority: authority(await localeOf(request)).name,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const form = await parseForm(request, minutesForm)
  if (!form.ok) return form.response
  const id = params.id ?? ''
  const locked = await attempt(() => lockMinutes(viewer, id, { ...form.value, seen: form.seen }), form.typed)
  if (!locked.ok) return locked.response
  return redirectWithNotice(paths.meetingAct(id, 'minutes'), 'committee.minutes.locked', {
    number: locked.value.registryNumber,
  })
}

export default function MinutesPage() {
  const { id, locked, draft, verified, authority } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const minutes = locked ?? draft?.minutes
  if (!minutes) return null
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: minutes.title, own: true, to: paths.meeting(id) },
          { label: t('committee.minutes.title') },
        ]}
      />
      <Page record>
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={lockLabels(t)} />
        )}
        <MinutesRecord
          minutes={minutes}
          authority={authority}
          draft={!locked}
          notice={
            locked?.holdsSecrets && (
              <p className="after-head meta">
                {t(locked.whole ? 'committee.minutes.whole' : 'committee.minutes.public')}
              </p>
            )
          }
        />
        {locked && (
          <Approved
            lockedAt={new Date(locked.lockedAt)}
            chair={locked.chair}
            approver={locked.approver}
            lockedBy={locked.lockedBy}
            note={t('committee.minutes.lockedNote')}
            hash={locked.hash}
            checkTo={`${paths.meetingAct(id, 'minutes')}?check=1#check`}
            verified={verified}
          />
        )}
        {draft && <LockForm meetingId={id} {...draft} failure={failure} />}
      </Page>
    </>
  )
}
