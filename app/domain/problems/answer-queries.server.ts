import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problemResources } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { organisationName, resourceName } from '../organisations/names.server.ts'
import { organisationsOf, type Viewer } from '../people/person.ts'

/** What the viewer's own organisations have answered on a problem. */
export async function listOwnAnswers(viewer: Viewer, problemId: string) {
  const own = organisationsOf(viewer)
  if (own.length === 0) return []
  return db
    .select({
      organisationId: organisations.id,
      organisation: organisationName,
      answer: problemEndorsements.answer,
      comment: problemEndorsements.comment,
      at: problemEndorsements.createdAt,
    })
    .from(problemEndorsements)
    .innerJoin(organisations, eq(organisations.id, problemEndorsements.organisationId))
    .where(and(eq(problemEndorsements.problemId, problemId), inArray(problemEndorsements.organisationId, own)))
}

/** What exists and bears on the problem, as people have linked it. */
export async function listLinkedResources(problemId: string) {
  return db
    .select({ id: resources.id, key: resources.key, ...resourceName })
    .from(problemResources)
    .innerJoin(resources, eq(resources.id, problemResources.resourceId))
    .where(eq(problemResources.problemId, problemId))
    .orderBy(asc(resources.name))
}
