import { type Job, reportProgress } from '../domain/jobs/job-commands.server.ts'
import { checkImport } from '../domain/needs/import-checking.server.ts'
import { runImport } from '../domain/needs/import-running.server.ts'
import { runUndo } from '../domain/needs/import-undoing.server.ts'
import { listPeople } from '../domain/people/people-by-id.server.ts'
import { freshSimilarity } from '../domain/problems/similarity-index.server.ts'
import { findSimilar, findSimilarToEach } from '../domain/problems/similar-queries.server.ts'
import { translator } from '../i18n/translator.server.ts'

const progressOf = (job: Job) => (done: number, total: number) => reportProgress(job.id, done, total)
/** Needs that a row is held against. */
const alikeWanted = 3
const importOf = (job: Job) => String(job.payload.importId)

/** Checks a list against the register, the needs that there are, and what they are like. */
export async function checkImportedList(job: Job): Promise<void> {
  const [person] = await listPeople(job.createdById ? [job.createdById] : [])
  await likenessReady()
  await checkImport(importOf(job), {
    jobId: job.id,
    onProgress: progressOf(job),
    async findAlike(texts) {
      if (!person) return []
      const queries = texts.map((text) => ({ ...text, kinds: ['need'] as const }))
      return findSimilarToEach(person, queries, alikeWanted, { reasons: false })
    },
    async explainAlike(text, needId) {
      const found = person ? await findSimilar(person, { ...text, kinds: ['need'] }, alikeWanted) : []
      return found.find((need) => need.id === needId)
    },
  })
}

/** Submits the rows of a list, in the language of whoever handed it over. */
export async function importNeeds(job: Job): Promise<void> {
  const t = await translatorOf(job)
  const reasons = { changed: t('imports.reasons.changed'), linked: t('imports.reasons.linked') }
  await runImport(importOf(job), { reasons, onProgress: progressOf(job) })
}

/** Takes back what an import submitted. */
export async function undoImportedNeeds(job: Job): Promise<void> {
  await runUndo(importOf(job), { reason: String(job.payload.reason), onProgress: progressOf(job) })
}

/** Waits for the engine's first filling: unlike a page, a check that did without would miss every duplicate. */
async function likenessReady(): Promise<void> {
  for (let tries = 0; tries < 15; tries++) if (await freshSimilarity()) return
}

async function translatorOf(job: Job) {
  const [person] = await listPeople(job.createdById ? [job.createdById] : [])
  return translator(person?.locale ?? 'sv')
}
