import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDecision } from '~/domain/committee/decision-queries.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { printStyleSheet } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { registryNumber } = found(await findDecision(viewer, params.number ?? ''))
  const locale = await localeOf(request)
  const t = translator(locale)
  return printStyleSheet(authority(locale).name, t('common.registryNumber', { number: registryNumber }))
}
