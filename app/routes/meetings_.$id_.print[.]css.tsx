import type { LoaderFunctionArgs } from '@remix-run/node'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { printStyleSheet } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { registryNumber, number, body } = found(await findMeeting(viewer, params.id ?? ''))
  const locale = await localeOf(request)
  const t = translator(locale)
  const meeting = `${t(`committee.bodies.${body}`)}, ${t('committee.meetings.number', { number })}`
  return printStyleSheet(
    authority(locale).name,
    registryNumber ? t('common.registryNumber', { number: registryNumber }) : meeting,
  )
}
