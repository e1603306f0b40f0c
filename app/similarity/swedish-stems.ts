/**
 * Brings together what the Swedish Snowball stemmer leaves apart: -ering, -ation and -era of one verb (prioritering,
 * prioritera; validation, validering), -ning of a verb (delning, dela), -het left by a genitive (myndigheters), double
 * consonants of inflected adjectives (gemensam, gemensamma, gemensamt) and a handful of common irregular words.
 */
export function conflate(stem: string): string {
  const irregular = IRREGULAR.get(stem)
  if (irregular) return irregular
  const n = stem.length
  if (n >= 8 && stem.endsWith('ighet')) return stem.slice(0, -5)
  if (n >= 9 && (stem.endsWith('ering') || stem.endsWith('ation') || stem.endsWith('erad')))
    return stem.slice(0, stem.endsWith('erad') ? -4 : -5)
  if (n >= 7 && stem.endsWith('er')) return stem.slice(0, -2)
  if (n >= 8 && stem.endsWith('ning')) return stem.slice(0, -4)
  if (n >= 8 && stem.endsWith('ing')) return stem.slice(0, -3)
  if (n >= 7 && stem.endsWith('samm')) return stem.slice(0, -1)
  if (n >= 7 && stem.endsWith('samt')) return stem.slice(0, -1)
  return stem
}

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
