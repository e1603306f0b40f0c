import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { TrailResult } from '~/components/people/trail-result.tsx'
import { Actions, Button } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { verifyTrail } from '~/domain/events/trail.server.ts'
import { trailForm } from '~/domain/people/people-forms.ts'
import { databaseHealth } from '~/domain/jobs/database-health.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.trail.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request)
  return { lastSeq: (await databaseHealth()).lastSeq }
}

/** Verifying changes nothing; it is posted because it reads the whole trail, which no link should set off. */
export async function action({ request }: ActionFunctionArgs) {
  await requireAdministrator(request)
  const form = await parseForm(request, trailForm)
  if (!form.ok) return form.response
  return data({ report: await verifyTrail(form.value.expected || undefined) })
}

export default function Trail() {
  const { lastSeq } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, number } = useI18n()
  const failure = answer && 'errors' in answer ? answer : undefined
  const report = answer && 'report' in answer ? answer.report : undefined
  const summary = failure && <ErrorSummary errors={failure.errors} labels={{ expected: t('admin.trail.expected') }} />
  return (
    <AdminPage
      title={t('admin.trail.title')}
      lead={t('admin.trail.lead', { events: number(lastSeq) })}
      before={summary}
    >
      {report && <TrailResult report={report} />}
      <Form method="post" className="stack short-form">
        <TextInput
          name="expected"
          label={t('admin.trail.expected')}
          optional
          hint={t('admin.trail.expectedHint')}
          autoComplete="off"
          spellCheck={false}
          defaultValue={String(failure?.typed.expected ?? '')}
          error={failure?.errors.expected}
        />
        <Actions>
          <Button>{t('admin.trail.verify')}</Button>
        </Actions>
      </Form>
    </AdminPage>
  )
}
