/** A text the engine knows. `kind` is opaque to the engine; it is only used to filter. */
export interface EngineText {
  id: string
  kind: string
  title: string
  body: string
  /**
   * What the text means, from an embedding model; any length. Texts with vectors of the same number of dimensions are
   * compared by them too (`EngineOptions.vectorShare`); all others by words alone, exactly as without vectors.
   */
  vector?: Float32Array
}

export type Field = 'title' | 'body'

/** Start and end (UTF-16 offsets, end exclusive) in the named field of the text as it was given. */
export type TextRange = [start: number, end: number, field: Field]

/** How alike two texts are, in words: nearly the same matter, the same kind of matter, something in common. */
export type Band = 'very' | 'alike' | 'partly'

/** One term that two texts share. `weight` is its share (0–1) of the score. */
export interface Reason {
  term: string
  weight: number
  inQuery: TextRange[]
  inText: TextRange[]
}

/**
 * A text like the query. `score` is 0–1: the share of what the query is about that the text also is about. `why` is empty
 * when only the meaning is alike.
 */
export interface Similar {
  id: string
  kind: string
  score: number
  band: Band
  why: Reason[]
}

export interface Query {
  title: string
  body?: string
  /** When the query is a text the engine already knows: it is left out of its own results. */
  id?: string
  /** As of a text. A query that names a known text and gives none has that text's. */
  vector?: Float32Array
}

export interface SimilarOptions {
  /** At most this many results. Default 10. */
  limit?: number
  /** Only texts of these kinds. Default all. */
  kinds?: readonly string[]
  /** Weakest band to return; `partly` leaves out what only happens to share a word. Default: everything. */
  accept?: Band
  /** Reasons cost a few tenths of a millisecond per result; `false` leaves `why` empty. Default true. */
  reasons?: boolean
}

/** Two known texts that are alike, `a` < `b` by id. */
export interface Pair {
  a: string
  b: string
  score: number
  band: Band
}

export type GroupLevel = 'problem' | 'theme'

export interface GroupOptions {
  level: GroupLevel
  /** Only texts of these kinds. Default all. */
  kinds?: readonly string[]
  /** Text id → group id that people confirmed. Never moved, and different group ids never merge. */
  pinned?: Readonly<Record<string, string>>
  /** At level theme: text id → id of the confirmed problem it is in. Problems stay whole inside their theme. */
  problems?: Readonly<Record<string, string>>
  /** Pairs of text ids that people said do not belong together. */
  apart?: readonly (readonly [string, string])[]
  /** 0 (loose, large groups) to 1 (strict, small groups). Default 0.5. */
  strictness?: number
  /** Text id → group id of the last grouping: groups keep their id when they overlap. */
  previous?: Readonly<Record<string, string>>
}

/** A term that tells a group from the others. `members` of the group hold it; `weight` 0–1, strongest 1. */
export interface GroupReason {
  term: string
  weight: number
  members: number
}

/** Two or more texts that belong together, or the confirmed members of a pinned group (which may be one). */
export interface Group {
  id: string
  /** Strongest first. `strength` 0–1: mean likeness to the rest of the group. */
  members: { id: string; strength: number }[]
  label: string[]
  why: GroupReason[]
}

export interface PlaceOptions {
  kinds?: readonly string[]
  /** At most this many groups. Default 3. */
  limit?: number
  /** 0 (suggests readily) to 1 (suggests seldom). Default 0.5. */
  strictness?: number
}

/** A group that a text could join, with the mean score (0–1) of its members nearest to the text. Changes nothing. */
export interface Placement {
  group: string
  strength: number
  /** Strong enough to suggest it to a person. */
  suggested: boolean
  nearest: Similar[]
}

export interface EngineState {
  texts: number
  terms: number
  /** Milliseconds the last full grouping took, by step. Empty before the first. */
  grouping: Record<string, number>
}
