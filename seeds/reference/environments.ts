import { knowledgeResources } from './environments-knowledge.ts'
import { workingEnvironments } from './environments-working.ts'
import type { SeedResource } from './seed-types.ts'

/** Resources that exist, with how one gets in. A report confirms each; the date is the report’s. */
export const environments: SeedResource[] = [...workingEnvironments, ...knowledgeResources]
