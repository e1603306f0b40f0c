export type Language = 'sv' | 'en'

const WORDS_READ = 200

// Function words that exist in one of the two languages only.
const SWEDISH = new Set(
  'och att det som en av för är den till med på inte om ett har de vi kan ska när så från eller hur jag men också blir måste mellan sina sin sitt vid mot efter var vad där ni detta dessa samt utan alla bara behöver finns vilka vilken än nu hos över gör'.split(
    ' ',
  ),
)
const ENGLISH = new Set(
  'the of and to is for that with it as are was be by this have not from or an which you can my your we will has been but if would there their what how when why do does did where should could they then than any all about into out its these those using after no so'.split(
    ' ',
  ),
)
const ENGLISH_LETTERS = /w|th|sh|ou|ea|oo|igh|ck$|ty$|ing$|tion$/
const SWEDISH_LETTERS = /[åäö]|[^cs]k|lj|sj|nde$|het|ning|[aeo]r$|tion(?:en|er|erna)$|ska$/

/**
 * Which of the two languages a field is in, from its function words and, failing those, its letters.
 * Undefined when neither says anything: the caller decides from the other field.
 */
export function detectLanguage(words: readonly { leaning: number }[]): Language | undefined {
  let balance = 0
  for (let at = 0; at < Math.min(words.length, WORDS_READ); at++) balance += words[at]!.leaning
  if (balance === 0) return undefined
  return balance > 0 ? 'sv' : 'en'
}

/** How much a word speaks for Swedish, or below zero for English, in twentieths of a function word. */
export function leaningOf(form: string): number {
  if (SWEDISH.has(form)) return 20
  if (ENGLISH.has(form)) return -20
  return (SWEDISH_LETTERS.test(form) ? 5 : 0) - (ENGLISH_LETTERS.test(form) ? 3 : 0)
}
