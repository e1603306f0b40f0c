import { publicProblems } from '~/domain/search/open-data-queries.server.ts'
import { csvStream } from '~/http/csv.server.ts'
import { paths } from '~/http/paths.ts'

/** Shared problems as a file, with how many organisations have each. */
export function loader() {
  return csvStream(
    'problems',
    {
      number: (problem) => problem.number,
      title: (problem) => problem.title,
      description: (problem) => problem.description,
      status: (problem) => problem.status,
      need_area: (problem) => problem.needArea,
      organisations: (problem) => problem.organisations,
      needs: (problem) => problem.needs,
      created: (problem) => problem.createdAt,
      changed: (problem) => problem.updatedAt,
      path: (problem) => paths.problem(problem.number),
    },
    publicProblems(),
  )
}
