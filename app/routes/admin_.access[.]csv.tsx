import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarDate } from '~/domain/clock.ts'
import { listAccessReview } from '~/domain/people/people-queries.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { translator } from '~/i18n/translator.server.ts'

/** The access review as a file, to be kept with the decision that it was done. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const locale = await localeOf(request)
  const t = translator(locale)
  const day = (at: Date | null) => (at ? calendarDate(at) : '')
  const head = [
    t('admin.people.name'),
    t('admin.review.email'),
    t('people.role.role'),
    t('admin.review.holder'),
    t('admin.review.given'),
    t('admin.review.givenBy'),
    t('admin.review.lastReview'),
    t('admin.review.reviewedBy'),
    t('admin.review.due'),
    t('admin.review.factor'),
  ]
  const rows = await listAccessReview(viewer)
  const lines = rows.map((row) => [
    row.name,
    row.email,
    t(`common.roles.${row.role}`),
    nameIn(locale, row.holder),
    day(row.since),
    row.grantedBy ?? '',
    day(row.reviewedAt),
    row.reviewedBy ?? '',
    day(row.due),
    day(row.factorSince),
  ])
  return csvFile('access-review', [head, ...lines])
}
