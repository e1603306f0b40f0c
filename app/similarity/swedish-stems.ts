/**
 * Brings together what the Swedish Snowball stemmer leaves apart, ending by ending until none is left: definite forms of
 * neuter nouns and of nouns in -a and -ö (behovet, ärendena, kartan, miljön), -t of adjectives (digitalt, gemensamt), an s
 * that only looks like a genitive (resurs, kompetens), -ering, -ation and -era of one verb (prioritering, prioritera),
 * -ning of a verb, -ighet left by a genitive (myndigheters), and a handful of common irregular words.
 */
export function conflate(stem: string): string {
  const irregular = IRREGULAR.get(stem)
  if (irregular) return irregular
  const shorter = withoutEnding(stem)
  return shorter === stem ? stem : conflate(shorter)
}

/** An ending, the shortest stem it is cut from, and how many of its letters go. The first that fits is cut. */
const ENDINGS: readonly [ending: RegExp, shortest: number, letters: number][] = [
  [/ighet$/, 8, 5],
  [/(?:ering|ation)$/, 9, 5],
  [/erad$/, 9, 4],
  [/ning$/, 8, 4],
  [/ing$/, 8, 3],
  [/(?<!arb|[haeiouyåäö])et$/, 5, 2],
  [/en$/, 6, 2],
  [/an$/, 5, 2],
  [/ön$/, 5, 1],
  [/er$/, 6, 2],
  [/sam[mt]$/, 7, 1],
  [/(?:al|ell|iv|bar|är)t$/, 6, 1],
  [/ens$/, 8, 3],
  [/[bcdfghjklmnoprtvy]s$/, 4, 1],
  // Snowball does this to words that it cuts nothing else from.
  [/(?:dd|gd|nn|dt|gt|kt|tt)$/, 6, 1],
]

function withoutEnding(stem: string): string {
  if (WHOLE.has(stem)) return stem
  const found = ENDINGS.find(([ending, shortest]) => stem.length >= shortest && ending.test(stem))
  return found ? stem.slice(0, -found[2]) : stem
}

/** Words that end as if they were inflected, and would become others. */
const WHOLE = new Set(['internet', 'planet', 'raket', 'magnet', 'roman'])

const IRREGULAR = new Map(
  Object.entries({
    registr: 'regist',
    säker: 'säk',
    nytt: 'nyt',
    böck: 'bok',
    öppn: 'öpp',
    öppet: 'öpp',
    ansvar: 'ansv',
    länd: 'land',
    städ: 'stad',
    händ: 'hand',
  }),
)
