import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { ImportJob } from '~/components/imports/import-job.tsx'
import { ImportPreview } from '~/components/imports/import-preview.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { pageOf, type RowResult, rowsGone, rowsToRun } from '~/domain/needs/import.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { listMissing } from '~/domain/needs/import-missing.server.ts'
import { listFaultKinds, listImportRows, listRemarks } from '~/domain/needs/import-rows.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('imports.preview.title'))

/** How many rows of each kind the page shows; the others are on the page of all rows. */
const shown = {
  bad: 20,
  duplicate: 200,
  remarks: 50,
  changed: 20,
  new: 5,
  withdrawn: 20,
  disowned: 20,
  missing: 20,
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findImport(viewer, String(params.id)))
  if (pageOf(list.status) !== 'preview')
    throw redirect(list.status === 'uploaded' ? paths.importAct(list.id, 'columns') : paths.import(list.id))
  // The run did not begin, since the rows would have become something else than was shown.
  const outdated = new URL(request.url).searchParams.has('outdated')
  if (list.status === 'checking') return { list, outdated, rows: null, missing: null, faultKinds: [] }
  const of = async (result: RowResult, limit: number) =>
    found(await listImportRows(viewer, list.id, { result, limit })).rows
  const [bad, duplicate, changed, fresh, withdrawn, disowned, missing, remarks, kinds] = await Promise.all([
    of('bad', shown.bad),
    of('duplicate', shown.duplicate),
    of('changed', shown.changed),
    of('new', shown.new),
    of('withdrawn', shown.withdrawn),
    of('disowned', shown.disowned),
    listMissing(viewer, list.id, shown.missing),
    list.totals.remarks ? listRemarks(viewer, list.id, shown.remarks) : [],
    (list.totals.bad ?? 0) > shown.bad ? listFaultKinds(viewer, list.id) : [],
  ])
  return {
    list,
    outdated,
    rows: { bad, duplicate, changed, new: fresh, withdrawn, disowned, remarks: found(remarks) },
    missing: found(missing),
    faultKinds: found(kinds),
  }
}

export default function PreviewImport() {
  const { list, outdated, rows, missing, faultKinds } = useLoaderData<typeof loader>()
  const { t, number } = useI18n()
  const { totals } = list
  const before = outdated && (
    <Notice kind="warning" level={2} title={t('imports.preview.outdated')}>
      <p>
        {t(rows ? 'imports.preview.outdatedText' : 'imports.preview.outdatedChecking')}{' '}
        {totals.duplicate ? t('imports.preview.outdatedChoices') : ''}
      </p>
    </Notice>
  )
  if (!rows || !missing)
    return (
      <ImportFrame
        before={before}
        step="preview"
        list={list}
        title={t('imports.preview.checking')}
        lead={t('imports.preview.checkingText')}
      >
        <ImportJob
          job={list.job}
          total={list.rowCount}
          href={`${paths.importAct(list.id, 'preview')}${outdated ? '?outdated=1' : ''}`}
        />
      </ImportFrame>
    )
  const lead = [
    t('imports.preview.lead', {
      count: list.rowCount,
      ready: number(rowsToRun(totals)),
      rows: number(list.rowCount),
    }),
    totals.duplicate ? t('imports.preview.leadChoose', { count: totals.duplicate }) : '',
    totals.repeats ? t('imports.preview.leadRepeats', { count: totals.repeats }) : '',
    totals.unchanged ? t('imports.preview.leadUnchanged', { count: totals.unchanged }) : '',
    rowsGone(totals) > 0 ? t('imports.preview.leadGone', { count: rowsGone(totals) }) : '',
  ]
  return (
    <ImportFrame
      before={before}
      step="preview"
      list={list}
      title={t('imports.preview.title')}
      lead={lead.filter(Boolean).join(' ')}
    >
      <ImportPreview list={list} rows={rows} missing={missing} faultKinds={faultKinds} />
    </ImportFrame>
  )
}
