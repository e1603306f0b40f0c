import { Disclosure } from '~/components/ui/disclosure.tsx'
import { type MarkCounts, Marks } from '~/components/ui/marks.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { useAmounts, useQuote } from './names.ts'

export interface LockedProblem {
  number: number
  html: string
  demand: number
  demandByKind: Record<string, number>
  personMonths: number
  sek: number
  needs: { id: string; title: string; organisation: string; html: string }[]
}

/** How many voices are heard before the rest is asked for. */
const firstVoices = 4

/** What the assessors build on, as it was locked: stands beside the scale, can be scrolled by keyboard. */
export function Dossier({ problem }: { problem: LockedProblem }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const quote = useQuote()
  const { months, sek } = useAmounts()
  const { needs, personMonths } = problem
  return (
    <aside className="dossier" aria-labelledby="dossier" tabIndex={0}>
      <h2 id="dossier">{t('rounds.dossier.title')}</h2>
      <section aria-labelledby="dossier-about">
        <h3 id="dossier-about">{t('rounds.dossier.about')}</h3>
        <Prose html={problem.html} said lang={words} />
      </section>
      <section aria-labelledby="dossier-shared">
        <h3 id="dossier-shared">{t('rounds.dossier.shared', { count: problem.demand })}</h3>
        <Marks counts={problem.demandByKind as MarkCounts} />
      </section>
      {needs.length > 0 && (
        <section aria-labelledby="dossier-voices">
          <h3 id="dossier-voices">{t('rounds.dossier.voices')}</h3>
          <ul className="voices">
            {needs.slice(0, firstVoices).map((need) => (
              <li key={need.id}>
                <p className="said" lang={words}>
                  {quote(need.title)}
                </p>
                <p className="meta">{need.organisation}</p>
              </li>
            ))}
          </ul>
          <Disclosure summary={t('rounds.dossier.readAll', { count: needs.length })}>
            <ul className="voices">
              {needs.map((need) => (
                <li key={need.id}>
                  <p className="label" lang={words}>
                    {need.title}
                  </p>
                  <p className="meta">{need.organisation}</p>
                  <Prose html={need.html} said lang={words} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </section>
      )}
      <section aria-labelledby="dossier-effort">
        <h3 id="dossier-effort">{t('rounds.dossier.effort')}</h3>
        <p>
          {personMonths === 0 && problem.sek === 0
            ? t('rounds.dossier.noEffort')
            : t('rounds.dossier.effortText', { months: months(personMonths), money: sek(problem.sek) })}
        </p>
      </section>
    </aside>
  )
}
