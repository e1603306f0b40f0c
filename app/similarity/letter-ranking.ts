import { type Corpus, headline } from './corpus.ts'
import type { Query } from './engine-types.ts'
import type { Match } from './matcher.ts'

const SHARE_OF_LETTERS = 0.2
/** Where a text has no title its whole text is compared, which says more. */
const SHARE_WITHOUT_TITLE = 0.6

/** The matches in order of words and letters together; scores stay 0–1, ties go by id. */
export function byLettersToo(corpus: Corpus, query: Query, matches: readonly Match[]): Match[] {
  const texts = matches.map(({ slot }) => corpus.entries[slot]!.text)
  const letters = corpus.letters.compare(headline(query), texts.map(headline))
  return matches
    .map(({ slot, score }, at) => {
      const share = texts[at]!.title ? SHARE_OF_LETTERS : SHARE_WITHOUT_TITLE
      return { match: { slot, score: (1 - share) * score + share * letters[at]! }, id: texts[at]!.id }
    })
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .map(({ match }) => match)
}
