import { competences, needAreas } from '~/domain/needs/need.ts'
import type { Translate } from '~/i18n/translate.ts'

/** The name of a competence by its key; an empty or unknown key is what is not divided by competence. */
export function competenceName(t: Translate, key: string | null): string {
  const known = competences.find((competence) => competence === key)
  return known ? t(`needs.competences.${known}`) : t('committee.commitments.undivided')
}

/** The name of a need area by its key, or nothing. */
export function areaName(t: Translate, key: string | null): string | undefined {
  const known = needAreas.find((area) => area === key)
  return known && t(`needs.areas.${known}`)
}

/** What wakes what is parked: a day, something that happens, or whichever comes first; nothing where nothing does. */
export function wakeText(
  t: Translate,
  date: (day: string) => string,
  { wakeOn, wakeWhen }: { wakeOn: string | null; wakeWhen: string | null },
): string | null {
  if (!wakeOn) return wakeWhen
  return wakeWhen ? t('committee.decision.wakeBoth', { date: date(wakeOn), event: wakeWhen }) : date(wakeOn)
}

/** A hash in groups of four, as one reads it aloud. */
export const grouped = (hash: string) => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')

/** Lines of a text that is written one clause a line; numbers that somebody typed are left to the list. */
export const clauses = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^\d+[.)]\s+/, ''))
    .filter(Boolean)

type Secrecy = 'text' | 'maskedNote' | 'sees' | 'seesAll'

/** What is secret and under which provision; older items and decisions may have none. */
export const secrecyText = (t: Translate, kind: Secrecy, provision: string) =>
  provision ? t(`committee.secret.${kind}`, { provision }) : t(`committee.secret.without.${kind}`)
