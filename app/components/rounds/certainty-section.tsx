import { Link } from '@remix-run/react'
import { Sentence, useOwnWords } from '~/components/ui/own-words.tsx'
import { PlotFrame } from '~/components/ui/plot-frame.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AcceptabilityPlot } from './acceptability-plot.tsx'
import { timesOfHundred, useShare } from './names.ts'
import type { ResultsShown } from './result-view.ts'
import { useResultWords } from './result-words.ts'
import { TooClose } from './too-close.tsx'

interface Row {
  number: number
  title: string
  place: number
  ranks: number[]
}

/** How sure the order is when the weights are not. */
export function CertaintySection({ round, results }: { round: { number: number }; results: ResultsShown }) {
  const { t, number, percent } = useI18n()
  const words = useResultWords(results)
  const rows = words.problems.map(
    (problem, at): Row => ({
      number: problem.number,
      title: problem.title,
      place: problem.place ?? at + 1,
      ranks: results.acceptability.ranks[at] ?? [],
    }),
  )
  const keeping = words.keeping().sort((a, b) => b.share - a.share)
  const [surest, unsurest] = [keeping[0], keeping.at(-1)]
  const summary =
    surest && unsurest && surest !== unsurest && surest.share > unsurest.share ? (
      <Sentence
        of="rounds.result.keeps"
        values={{ times: timesOfHundred(surest.share), otherTimes: timesOfHundred(unsurest.share) }}
        parts={{
          title: surest.problem.title,
          other: unsurest.problem.title,
        }}
      />
    ) : undefined
  return (
    <Section
      id="certainty"
      title={t('rounds.result.certainty')}
      intro={t('rounds.result.certaintyIntro', {
        samples: number(results.samples),
        spread: percent(results.weightSpread),
      })}
    >
      <PlotFrame
        message={words.message()}
        summary={summary}
        narrow={<AcceptabilityPlot rows={rows} small />}
        table={<RankTable rows={rows} />}
        csv={paths.roundAct(round.number, 'acceptability.csv')}
        links={<Link to="/how-we-count">{t('rounds.result.howWeCount')}</Link>}
      >
        <AcceptabilityPlot rows={rows} />
      </PlotFrame>
      <TooClose results={results} />
    </Section>
  )
}

function RankTable({ rows }: { rows: Row[] }) {
  const { t } = useI18n()
  const share = useShare()
  const words = useOwnWords()
  const columns: Column<Row>[] = [
    { key: 'place', head: t('rounds.result.head.place'), check: true, cell: ({ place }) => place },
    {
      key: 'problem',
      head: t('rounds.result.head.problem'),
      rowHeader: true,
      cell: ({ title }) => <span lang={words}>{title}</span>,
    },
    ...rows.map(
      (_, rank): Column<Row> => ({
        key: `rank${rank}`,
        head: rank + 1,
        label: t('rounds.result.plotRow', { place: rank + 1 }),
        right: true,
        cell: ({ ranks }) => ((ranks[rank] ?? 0) === 0 ? '' : share(ranks[rank] as number)),
      }),
    ),
  ]
  return (
    <Table
      caption={t('rounds.result.plotCaption')}
      columns={columns}
      rows={rows}
      rowKey={({ number }) => number}
      className="table--ranks"
    />
  )
}
