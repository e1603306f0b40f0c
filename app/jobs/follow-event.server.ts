import { askForSuggestions } from '../domain/problems/suggestion-making.server.ts'
import { askForVectorsAfter } from '../domain/problems/vector-making.server.ts'
import { followOwn, noticeEvent } from '../domain/notices/notice-commands.server.ts'
import { askToIndex } from '../domain/search/index-following.server.ts'

/** What follows an event once it is committed: people are told, and search and suggestions are brought up to date by jobs of their own. */
export async function followEvent(seq: number): Promise<void> {
  await askToIndex(seq)
  await followOwn(seq)
  await noticeEvent(seq)
  await askForSuggestions(seq)
  await askForVectorsAfter(seq)
}
