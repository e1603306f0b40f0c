import type { LoaderFunctionArgs } from '@remix-run/node'
import { findResult } from '~/domain/priorities/result-queries.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { printStyleSheet } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { round } = found(await findResult(viewer, Number(params.number)))
  const locale = await localeOf(request)
  const t = translator(locale)
  const title = t('rounds.result.title', { number: round.number })
  const number = round.registryNumber && t('common.registryNumber', { number: round.registryNumber })
  return printStyleSheet(authority(locale).name, number ? `${title}, ${number}` : title)
}
