import { Link } from '@remix-run/react'
import { ProblemName } from '~/components/problems/problem-name.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { type MarkCounts, Marks } from '~/components/ui/marks.tsx'
import { OwnWords, Sentence } from '~/components/ui/own-words.tsx'
import type { PackItem } from '~/domain/committee/decision-pack.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Paragraphs } from './masked-text.tsx'

/** What the members were given about an item: the problem as it was frozen, its places in rounds and the needs behind it. */
export function ItemDossier({ item, open }: { item: Pick<PackItem, 'problem' | 'places' | 'round'>; open?: boolean }) {
  return (
    <div className="stack">
      {item.problem && <ProblemDossier problem={item.problem} places={item.places} open={open} />}
      {item.round && <RoundResult round={item.round} />}
    </div>
  )
}

function ProblemDossier({
  problem,
  places,
  open,
}: {
  problem: NonNullable<PackItem['problem']>
  places: PackItem['places']
  open?: boolean
}) {
  const { t, date } = useI18n()
  const { number, title, description, demand, demandByKind, needs, asOf } = problem
  return (
    <>
      <p>
        <ProblemLink number={number} title={title} />
      </p>
      <p className="meta">{t('committee.item.dossierAsOf', { date: date(asOf) })}</p>
      {description && <Paragraphs text={description} />}
      <p>
        <strong>{t('committee.item.demand', { count: demand })}</strong>
      </p>
      <Marks counts={marksOf(demandByKind)} />
      <Places places={places} />
      {needs.length > 0 && (
        <Disclosure summary={t('committee.item.needs', { count: needs.length })} open={open}>
          <ul className="plain">
            {needs.map((need) => (
              <li key={need.id}>
                <Link to={paths.need(need.id)}>
                  <OwnWords>{need.title}</OwnWords>
                </Link>{' '}
                <span className="meta">
                  {need.organisation}
                  {need.registryNumber && `, ${t('common.registryNumber', { number: need.registryNumber })}`}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

export function ProblemLink({ number, title }: { number: number; title: string }) {
  return (
    <Link to={paths.problem(number)}>
      <ProblemName problem={{ number, title }} />
    </Link>
  )
}

/** Where the problem came in each round, and what its order cannot be told apart from. */
export function Places({ places }: { places: PackItem['places'] }) {
  const { t, list } = useI18n()
  if (places.length === 0) return null
  return (
    <ul className="plain">
      {places.map((place) => (
        <li key={place.roundNumber}>
          <Link to={paths.round(place.roundNumber)}>
            <Sentence
              of="committee.item.placeOf"
              values={{ place: place.place, of: place.of, number: place.roundNumber }}
              parts={{ title: place.title }}
            />
          </Link>{' '}
          {place.sharedWith > 0 && `${t('committee.item.sharesPlace', { count: place.sharedWith })} `}
          {place.inseparableFrom.length > 0
            ? t('committee.item.inseparable', { places: list(place.inseparableFrom.map(String)) })
            : place.sharedWith === 0 && t('committee.item.separable')}
        </li>
      ))}
    </ul>
  )
}

function RoundResult({ round }: { round: NonNullable<PackItem['round']> }) {
  const { t, number } = useI18n()
  return (
    <>
      <p>
        <Link to={paths.round(round.number)}>{t('committee.item.toRound', { number: round.number })}</Link>
      </p>
      <ol className="plain">
        {round.places.map((row) => (
          <li key={row.problemNumber}>
            {row.place}. <ProblemLink number={row.problemNumber} title={row.title} />{' '}
            <span className="meta num">{number(row.total)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Universities and companies have the mark of others. */
function marksOf(demandByKind: Record<string, number>): MarkCounts {
  const { state = 0, region = 0, municipality = 0, ...others } = demandByKind
  return { state, region, municipality, other: Object.values(others).reduce((sum, count) => sum + count, 0) }
}
