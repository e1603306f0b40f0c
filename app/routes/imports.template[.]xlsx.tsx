import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateOf } from '~/components/imports/template.ts'
import { makeTemplate } from '~/domain/needs/spreadsheet-host.ts'
import { localeOf } from '~/http/guards.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** The headings with two examples, as a workbook with a note on each heading. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale)
  return new Response((await makeTemplate(templateOf(t, locale))) as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${t('imports.template.file')}.xlsx"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-cache',
    },
  })
}
