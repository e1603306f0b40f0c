import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportRows } from '~/components/imports/import-rows.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { rowResults } from '~/domain/needs/import.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { listImportRows, rowsPerPage } from '~/domain/needs/import-rows.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('imports.rowsPage.title', { file: data?.list.fileName ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findImport(viewer, String(params.id)))
  const query = new URL(request.url).searchParams
  const result = rowResults.find((one) => one === query.get('result'))
  const page = pageOf(request)
  const { rows, total } = found(await listImportRows(viewer, list.id, { result, page }))
  return { list, result, page, rows, total, perPage: rowsPerPage }
}

export default function ImportRowsPage() {
  const { list, result, page, rows, total, perPage } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const own = paths.importAct(list.id, 'rows')
  const title = t('imports.rowsPage.title', { file: list.fileName })
  const results = rowResults.filter((one) => one === result || (list.totals[one] ?? 0) > 0)
  const filters = [
    { to: own, label: t('imports.rowsPage.all'), count: list.rowCount, current: result === undefined },
    ...results.map((one) => ({
      to: `${own}?result=${one}`,
      label: t(`imports.results.${one}`),
      count: list.totals[one],
      current: one === result,
    })),
  ]
  const href = (to: number) => `${own}?${new URLSearchParams({ ...(result && { result }), page: String(to) })}`
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('imports.many'), to: paths.imports() },
          { label: list.fileName, to: paths.import(list.id) },
          { label: t('imports.rowsPage.table') },
        ]}
      />
      <Page density="dense">
        <PageHead title={title} />
        <Filters label={t('imports.rowsPage.filter')} filters={filters} />
        {rows.length > 0 ? <ImportRows rows={rows} caption={title} /> : <p>{t('imports.rowsPage.none')}</p>}
        <Pagination page={page} pageSize={perPage} total={total} href={href} />
      </Page>
    </>
  )
}
