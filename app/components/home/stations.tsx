import { Link } from '@remix-run/react'
import { Glyph, type GlyphName } from '~/components/ui/glyph.tsx'
import type { PublicStart } from '~/domain/overview/public-start.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** The numbers of the picture, station by station: also what those read who do not see it. */
export function Stations({ figures }: Pick<PublicStart, 'figures'>) {
  const { t, number } = useI18n()
  const { needs, problems, round, decisions, commitments } = figures
  const stations: { glyph: GlyphName; to: string; count: number; label: string; note: string }[] = [
    {
      glyph: 'need',
      to: paths.needs(),
      count: needs.total,
      label: t('home.flow.needs'),
      note: t('home.flow.needsFrom', { count: needs.organisations }),
    },
    {
      glyph: 'problem',
      to: paths.problems(),
      count: problems.total,
      label: t('home.flow.problems'),
      note: t('home.flow.problemsShared', { count: problems.shared }),
    },
    {
      glyph: 'round',
      to: round ? paths.round(round.number) : paths.rounds(),
      count: round?.ranked ?? 0,
      label: t('home.flow.ranked'),
      note: round ? t('home.flow.rankedIn', { number: round.number, title: round.title }) : t('home.flow.notRanked'),
    },
    {
      glyph: 'decision',
      to: paths.decisions(),
      count: decisions.total,
      label: t('home.flow.decisions'),
      note:
        decisions.lately > 0
          ? t('home.flow.decisionsLately', { count: decisions.lately })
          : t('home.flow.decisionsNone'),
    },
    {
      glyph: 'group',
      to: paths.decisions(),
      count: commitments.months,
      label: t('home.flow.months', { count: Math.ceil(commitments.months) }),
      note: t('home.flow.monthsFrom', { count: commitments.organisations }),
    },
    {
      glyph: 'reply',
      to: paths.howWeCount(),
      count: needs.answered,
      label: t('home.flow.answered'),
      note: t('home.flow.answeredOf', { total: number(needs.total) }),
    },
  ]
  return (
    <ol className="flow__stations">
      {stations.map(({ glyph, to, count, label, note }) => (
        <li key={glyph}>
          <Glyph name={glyph} />
          <Link to={to}>
            <b>{number(count)}</b> {label}
          </Link>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  )
}
