export const DEFAULT_STRICTNESS = 0.5

/** Mean likeness (0–1) under which problems do not merge, for a strictness of 0 (loose) to 1 (strict). */
export function problemFloor(strictness: number): number {
  return 0.4 * 4 ** (Math.min(1, Math.max(0, strictness)) - DEFAULT_STRICTNESS)
}
