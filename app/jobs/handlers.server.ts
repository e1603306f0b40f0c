import { calendarDate, now } from '../domain/clock.ts'
import type { JobKind } from '../domain/jobs/job.ts'
import { type Job, reportProgress } from '../domain/jobs/job-commands.server.ts'
import { refreshSuggestions } from '../domain/problems/suggestion-making.server.ts'
import { askForThemes, refreshThemes } from '../domain/problems/theme-making.server.ts'
import { refreshVectors } from '../domain/problems/vector-making.server.ts'
import { wakeWhenDue } from '../domain/problems/problem-standing.server.ts'
import { indexFollowing } from '../domain/search/index-following.server.ts'
import { followEvent } from './follow-event.server.ts'
import { checkImportedList, importNeeds, undoImportedNeeds } from './import-needs.server.ts'
import { sendInvitationMail, sendPasswordMail } from './send-mail.server.ts'

/** What does each kind of job. Every handler may run more than once for the same job. */
export const handlers: Record<JobKind, (job: Job) => Promise<void>> = {
  'event.follow': (job) => followEvent(Number(job.payload.seq)),
  'mail.invitation': sendInvitationMail,
  'mail.password': sendPasswordMail,
  'needs.checkImport': checkImportedList,
  'needs.import': importNeeds,
  'needs.undoImport': undoImportedNeeds,
  'problem.wake': (job) => wakeWhenDue(String(job.payload.problemId), calendarDate(now())),
  'search.follow': (job) => indexFollowing(Number(job.payload.seq)),
  'suggestions.refresh': async () => {
    await refreshSuggestions()
    await askForThemes()
  },
  'themes.refresh': refreshThemes,
  'vectors.refresh': (job) => refreshVectors((done, total) => reportProgress(job.id, done, total)),
}
