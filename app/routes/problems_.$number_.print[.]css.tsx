import type { LoaderFunctionArgs } from '@remix-run/node'
import { named } from '~/domain/problems/problem.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { printStyleSheet } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  const t = translator(await localeOf(request))
  return printStyleSheet(authority().name, t('problems.numbered', named(problem)))
}
