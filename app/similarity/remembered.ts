/** The same work on the same word gives the same answer, and texts repeat their words: each is worked on once. */
export function remembered<Answer>(work: (word: string) => Answer, most = 1_000_000): (word: string) => Answer {
  const answers = new Map<string, Answer>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const found = work(word)
    // Remembering only saves time, so forgetting all of it now and then is fine.
    if (answers.size >= most) answers.clear()
    answers.set(word, found)
    return found
  }
}
