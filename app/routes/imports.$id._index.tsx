import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { ImportJob } from '~/components/imports/import-job.tsx'
import { ImportOutcome } from '~/components/imports/import-outcome.tsx'
import { Button } from '~/components/ui/button.tsx'
import { now } from '~/domain/clock.ts'
import { expectedEnd, pageOf, rowsToRun } from '~/domain/needs/import.ts'
import { listMissing } from '~/domain/needs/import-missing.server.ts'
import { findImport, findOutcome } from '~/domain/needs/import-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => data?.list.fileName ?? t('imports.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findImport(viewer, String(params.id)))
  const page = pageOf(list.status)
  if (page) throw redirect(paths.importAct(list.id, page))
  const finished = list.status === 'done' || list.status === 'undone'
  const { job, startedAt } = list
  const expectedAt =
    list.status === 'running' && job && startedAt ? expectedEnd(startedAt, job.progress, job.total, now()) : null
  if (!finished) return { list, expectedAt, outcome: null }
  const [outcome, missing] = await Promise.all([findOutcome(viewer, list.id), listMissing(viewer, list.id, 0)])
  return { list, expectedAt, outcome: { ...found(outcome), missing: found(missing).total } }
}

export default function ShowImport() {
  const { list, expectedAt, outcome } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const running = list.status === 'running'
  const title = outcome ? list.fileName : t(`imports.job.${list.status as 'running' | 'stopping' | 'undoing'}`)
  return (
    <ImportFrame step="run" list={list} title={title}>
      {outcome ? (
        <ImportOutcome list={list} outcome={outcome} />
      ) : (
        <ImportJob
          job={list.job}
          total={rowsToRun(list.totals)}
          startedAt={running ? list.startedAt : null}
          expectedAt={expectedAt}
          href={paths.import(list.id)}
          actions={running && <Stop id={list.id} />}
        >
          {list.status !== 'undoing' && <p>{t('imports.job.leave')}</p>}
        </ImportJob>
      )}
    </ImportFrame>
  )
}

function Stop({ id }: { id: string }) {
  const { t } = useI18n()
  return (
    <Form method="post" action={paths.importAct(id, 'stop')}>
      <Button variant="tertiary">{t('imports.job.stop')}</Button>
    </Form>
  )
}
