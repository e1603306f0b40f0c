import { Link } from '@remix-run/react'
import { CsvLink } from '~/components/ui/csv-link.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { fillProps, type Fill, Legend } from '~/components/ui/plot-frame.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Table } from '~/components/ui/table.tsx'
import { problemsHref } from '~/domain/problems/problem-filter.ts'
import { type ThemeBar, type ThemeStage, themeStages } from '~/domain/problems/theme.ts'
import type { ThemeMap as Drawn } from '~/domain/problems/theme-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ThemeName } from './theme-name.tsx'

const fills: Record<ThemeStage, Fill> = { waiting: 's1', inRound: 's2', decided: 's3', resting: 's4' }

/** The themes as bars, longest first: who reads it sees what most share, and how far it has come. */
export function ThemeMap({ map: { bars, more } }: { map: Drawn }) {
  const { t, number } = useI18n()
  const longest = Math.max(1, ...bars.map(({ demand }) => demand))
  const drawn = themeStages.filter((stage) => bars.some(({ stages }) => stages.some((part) => part.stage === stage)))
  const [first] = bars
  return (
    <div className="plot">
      {first && (
        <p className="plot__message">
          <Sentence of="problems.themes.message" parts={{ theme: <ThemeName label={first.label} /> }} />
        </p>
      )}
      <p className="plot__summary">{t('problems.themes.summary')}</p>
      <Legend entries={drawn.map((stage) => ({ fill: fills[stage], label: t(`problems.themes.stages.${stage}`) }))} />
      <ul className="themes">
        {bars.map((bar) => (
          <li key={bar.id}>
            <Link to={problemsHref({ theme: bar.id })}>
              <ThemeName label={bar.label} />
            </Link>
            <Bar bar={bar} longest={longest} />
            <span className="meta">
              {t('problems.themes.problems', { count: bar.problems })},{' '}
              {t('problems.themes.demand', { count: bar.demand })}
              <span className="visually-hidden">
                {bar.stages.map(
                  ({ stage, problems }) => `, ${number(problems)} ${t(`problems.themes.stages.${stage}`)}`,
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="meta">{t('problems.themes.more', { count: more })}</p>}
      <Disclosure summary={t('ui.plot.table')}>
        <Table
          caption={t('problems.themes.table.caption')}
          captionHidden
          rows={bars}
          rowKey={({ id }) => id}
          columns={[
            { key: 'theme', head: t('problems.themes.table.theme'), rowHeader: true, cell: ThemeName },
            {
              key: 'problems',
              head: t('problems.themes.table.problems'),
              right: true,
              cell: ({ problems }) => number(problems),
            },
            ...drawn.map((stage) => ({
              key: stage,
              head: t(`problems.themes.stages.${stage}`),
              right: true,
              cell: ({ stages }: ThemeBar) => number(stages.find((part) => part.stage === stage)?.problems ?? 0),
            })),
            {
              key: 'demand',
              head: t('problems.themes.table.demand'),
              right: true,
              cell: ({ demand }) => number(demand),
            },
          ]}
        />
      </Disclosure>
      <p className="plot__links">
        <CsvLink href={paths.themesFile()} />
      </p>
    </div>
  )
}

/** Parts in shares of the width, so that the bar grows with the page and nothing in it is stretched. */
function Bar({ bar, longest }: { bar: ThemeBar; longest: number }) {
  const share = (demand: number) => `${Math.round((demand / longest) * 10_000) / 100}%`
  let before = 0
  return (
    <svg width="100%" height="16" aria-hidden="true" focusable="false">
      {bar.stages.map(({ stage, demand }) => {
        const x = share(before)
        before += demand
        return <rect key={stage} x={x} y="1" width={share(demand)} height="14" {...fillProps(fills[stage])} />
      })}
    </svg>
  )
}
