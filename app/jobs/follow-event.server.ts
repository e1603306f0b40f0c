import { askForSuggestions } from '../domain/problems/suggestion-making.server.ts'
import { followOwn, noticeEvent } from '../domain/notices/notice-commands.server.ts'
import { listEventSubjects } from '../domain/events/event-queries.server.ts'
import { indexThings, isSearched } from '../domain/search/documents.server.ts'

/** What follows an event once it is committed: people are told, search finds things as they are now, and what belongs together is looked for anew. */
export async function followEvent(seq: number): Promise<void> {
  const subjects = await listEventSubjects(seq)
  for (const noun of new Set(subjects.map((subject) => subject.noun))) {
    const ids = subjects.filter((subject) => subject.noun === noun).map((subject) => subject.id)
    if (isSearched(noun)) await indexThings(noun, ids)
  }
  await followOwn(seq)
  await noticeEvent(seq)
  await askForSuggestions(seq)
}
