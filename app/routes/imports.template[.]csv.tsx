import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateOf } from '~/components/imports/template.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** The headings with two examples, as text. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale)
  const { columns, rows } = templateOf(t, locale)
  return csvFile(t('imports.template.file'), [columns.map((column) => column.heading), ...rows], { openedIn: locale })
}
