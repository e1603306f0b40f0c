import type { Lexicon } from './lexicon.ts'
import { isStopWord } from './stems.ts'
import { stem } from './words.ts'

const SHORTEST_PART = 3
const SHORTEST_COMPOUND = 7
/** A part has to be a word of its own in this many texts. */
const TEXTS_WITH_PART = 3

/**
 * The parts of a Swedish compound (behörighetshantering → behörighet, hantering), given its stem: both parts must be
 * words of the corpus, joined directly or by a linking element (s, o, a, e, u). Of several ways the one whose shorter
 * part is longest is taken. Empty when it is no compound of known words.
 */
export function partsOf(key: string, lexicon: Lexicon): number[] {
  if (key.length < SHORTEST_COMPOUND || !/^\p{L}+$/u.test(key)) return []
  let best: { parts: number[]; shorter: number } | undefined
  for (let cut = SHORTEST_PART; cut <= key.length - SHORTEST_PART; cut++) {
    const tail = tailOf(key.slice(cut), lexicon)
    if (tail === undefined) continue
    const shorter = Math.min(cut, key.length - cut)
    if (best && shorter <= best.shorter) continue
    const head = headOf(key.slice(0, cut), lexicon)
    if (head !== undefined) best = { parts: head === tail ? [head] : [head, tail], shorter }
  }
  return best?.parts ?? []
}

/** A long word loses endings that its last part, being short, keeps as a word of its own (dataskyd, skydd; datadel, delning). */
function tailOf(cut: string, lexicon: Lexicon): number | undefined {
  return known(cut, lexicon) ?? known(cut + cut.at(-1), lexicon) ?? known(`${cut}ning`, lexicon)
}

function headOf(written: string, lexicon: Lexicon): number | undefined {
  const asWritten = known(stem(written, 'sv'), lexicon)
  if (asWritten !== undefined || written.length <= SHORTEST_PART) return asWritten
  const bare = written.slice(0, -1)
  if (written.endsWith('s')) return known(stem(bare, 'sv'), lexicon)
  // kvinno- is kvinna, gatu- is gata, and Snowball cuts the a off both.
  return /[oaeu]$/.test(written) ? known(bare, lexicon) : undefined
}

function known(key: string, lexicon: Lexicon): number | undefined {
  if (key.length < SHORTEST_PART || (key.length === SHORTEST_PART && !SHORT_PARTS.has(key)) || isStopWord(key, 'sv'))
    return undefined
  const term = lexicon.find(key)
  return term !== undefined && lexicon.frequency(term) >= TEXTS_WITH_PART ? term : undefined
}

/** Three-letter stems that are real first or last parts; most three-letter strings inside a word are not. */
const SHORT_PARTS = new Set(
  'dat säk nyt lag bil bol vård skol mat lån tåg båt väg jord skog natt häls miljö elev hus bok tid rum råd nät kod fil mål mil bas krav fel art djur folk land stad bro ort'.split(
    ' ',
  ),
)
