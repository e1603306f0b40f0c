import type { Vectors } from './vectors.ts'

const ROUNDS = 2
/** What a theme is taken to say of words not seen in it yet: as much as half a usual theme would, of words in general. */
const EXPECTED = 0.5

/**
 * Lets each row move to the theme whose words foretell its own best: naive Bayes with the theme's words counted without the
 * row's, in two rounds. Communities are found by links of neighbours, which do not know what a theme is about as a whole; words
 * that say nothing of the theme weigh nothing here. Rows that `stays` holds do not move. Ties go to the lower theme.
 */
export function settle(vectors: Vectors, themes: Int32Array, stays: (row: number) => boolean): Int32Array {
  let current = themes
  for (let round = 0; round < ROUNDS; round++) current = settleOnce(vectors, current, stays)
  return current
}

function settleOnce(vectors: Vectors, themes: Int32Array, stays: (row: number) => boolean): Int32Array {
  const { offsets, columns, values } = vectors
  const words = new ThemeWords(vectors, themes)
  const evidence = new Float64Array(words.count)
  const touched: number[] = []
  return themes.map((own, row) => {
    if (stays(row) || offsets[row] === offsets[row + 1]) return own
    let mass = 0
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const value = values[cell]!
      const column = columns[cell]!
      mass += value
      for (let i = words.offsets[column]!; i < words.offsets[column + 1]!; i++) {
        const theme = words.themes[i]!
        if (evidence[theme] === 0) touched.push(theme)
        evidence[theme]! += value * (theme === own ? words.told(column, words.sums[i]! - value) : words.tolds[i]!)
      }
    }
    let best = own
    let bestScore = Number.NEGATIVE_INFINITY
    for (const theme of touched) {
      const score = evidence[theme]! + words.usual(theme, mass, theme === own)
      if (score > bestScore || (score === bestScore && theme < best)) {
        best = theme
        bestScore = score
      }
      evidence[theme] = 0
    }
    touched.length = 0
    return best
  })
}

/** How much of each word there is in each theme, listed by word. */
class ThemeWords {
  readonly count: number
  /** Where the themes of each word are listed, how much of it each has, and what that tells. */
  readonly offsets: Int32Array
  readonly themes: Int32Array
  readonly sums: Float64Array
  readonly tolds: Float64Array
  private readonly sizes: Float64Array
  private readonly masses: Float64Array
  private readonly columnMass: Float64Array
  private readonly whole: number
  private readonly expected: number

  constructor(vectors: Vectors, themeOf: Int32Array) {
    const { offsets, columns, values, width } = vectors
    this.count = themeOf.reduce((most, theme) => Math.max(most, theme + 1), 0)
    this.sizes = new Float64Array(this.count)
    this.masses = new Float64Array(this.count)
    this.columnMass = new Float64Array(width)
    themeOf.forEach((theme, row) => {
      this.sizes[theme]!++
      for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
        this.masses[theme]! += values[cell]!
        this.columnMass[columns[cell]!]! += values[cell]!
      }
    })
    this.whole = this.columnMass.reduce((sum, mass) => sum + mass, 0)
    const several = this.sizes.reduce((number, size) => number + (size > 1 ? 1 : 0), 0)
    this.expected = (EXPECTED * this.whole) / Math.max(1, several)
    const rows = Int32Array.from(themeOf.keys()).sort((a, b) => themeOf[a]! - themeOf[b]! || a - b)
    const latest = new Int32Array(width).fill(-1)
    this.offsets = new Int32Array(width + 1)
    const eachCell = (visit: (theme: number, column: number, value: number, fresh: boolean) => void) => {
      latest.fill(-1)
      for (const row of rows)
        for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
          const column = columns[cell]!
          visit(themeOf[row]!, column, values[cell]!, latest[column] !== themeOf[row])
          latest[column] = themeOf[row]!
        }
    }
    eachCell((_, column, __, fresh) => {
      if (fresh) this.offsets[column + 1]!++
    })
    for (let column = 0; column < width; column++) this.offsets[column + 1]! += this.offsets[column]!
    const at = this.offsets.slice()
    this.themes = new Int32Array(this.offsets[width]!)
    this.sums = new Float64Array(this.themes.length)
    eachCell((theme, column, value, fresh) => {
      if (fresh) this.themes[at[column]!++] = theme
      this.sums[at[column]! - 1]! += value
    })
    this.tolds = new Float64Array(this.themes.length)
    for (let column = 0; column < width; column++)
      for (let i = this.offsets[column]!; i < this.offsets[column + 1]!; i++)
        this.tolds[i] = this.told(column, this.sums[i]!)
  }

  /** How much more a word tells of a theme that has so much of it than of one that has none (nats). */
  told(column: number, sum: number): number {
    return Math.log1p((Math.max(0, sum) * this.whole) / (this.expected * this.columnMass[column]!))
  }

  /** The score of a theme for a row whose words it has none of; `without` the row when it is in it. */
  usual(theme: number, mass: number, without: boolean): number {
    const size = this.sizes[theme]! - (without ? 1 : 0)
    const known = this.masses[theme]! - (without ? mass : 0)
    return Math.log(Math.max(0.5, size)) + mass * Math.log(this.expected / (Math.max(0, known) + this.expected))
  }
}
