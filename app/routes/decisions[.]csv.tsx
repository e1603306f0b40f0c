import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarDate } from '~/domain/clock.ts'
import { listAllDecisions } from '~/domain/committee/decision-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { decisionFilterOf } from '~/http/decision-filter.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { translator } from '~/i18n/translator.server.ts'

const columns = [
  'registryNumber',
  'decided',
  'body',
  'meeting',
  'type',
  'title',
  'problem',
  'effective',
  'review',
  'wake',
  'inForce',
  'supersedes',
  'supersededBy',
  'reasons',
  'provision',
] as const

/** The decisions of the list as a file, all pages of it, masked as the list is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const t = translator(await localeOf(request))
  const decisions = await listAllDecisions(viewer, decisionFilterOf(request))
  const lines = decisions.map((row) => [
    row.registryNumber,
    calendarDate(row.decidedAt),
    t(`committee.bodies.${row.body}`),
    row.meetingNumber,
    row.type && t(`committee.types.${row.type}`),
    row.hidden ? t('committee.secret.title') : row.title,
    row.problem?.number,
    row.effectiveOn,
    row.reviewOn,
    [row.wakeOn, row.wakeWhen].filter(Boolean).join(', '),
    t(row.inForce ? 'common.yes' : 'common.no'),
    row.supersedes,
    row.supersededBy,
    row.reasons,
    row.hidden ? row.provision : '',
  ])
  return csvFile('decisions', [columns.map((column) => t(`committee.decisions.csv.${column}`)), ...lines])
}
