import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Suggestion } from '~/components/ui/suggestion.tsx'
import type { ShownSuggestion } from '~/domain/problems/suggestion-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { Because, Differs } from './because.tsx'
import { ProblemName } from './problem-name.tsx'

/** What the engine proposes about one problem. Nothing changes before somebody says yes. */
export function SuggestionAside({ number, suggestions }: { number: number; suggestions: readonly ShownSuggestion[] }) {
  const { t } = useI18n()
  const shown = suggestions.filter((suggestion) => suggestion.kind !== 'resource')
  return (
    <Section
      full
      title={t('problems.page.suggestions')}
      intro={shown.length > 0 ? t('problems.page.suggestionsIntro') : t('problems.page.noSuggestions')}
    >
      {shown.map((suggestion) => (
        <ProblemSuggestion key={suggestion.id} number={number} suggestion={suggestion} />
      ))}
      <p className="more">
        <Link to={paths.howTheEngineThinks()}>{t('engine.why')}</Link>
      </p>
    </Section>
  )
}

function ProblemSuggestion({ number, suggestion }: { number: number; suggestion: ShownSuggestion }) {
  const { t, date } = useI18n()
  const nameOf = useName()
  const [need] = suggestion.needs
  const other = suggestion.other.problem?.number === number ? suggestion.problem : suggestion.other.problem
  const join = suggestion.kind === 'join'
  const title = join
    ? (need?.title ?? '')
    : suggestion.kind === 'split'
      ? t('problems.suggestion.split')
      : other && <ProblemName problem={other} />
  const to =
    join && need ? paths.need(need.id) : other && suggestion.kind === 'merge' ? paths.problem(other.number) : undefined
  const from =
    join && need
      ? t('problems.suggestion.waiting', {
          organisation: nameOf(need.organisation),
          date: need.submittedAt ? date(need.submittedAt) : '',
        })
      : other &&
        t('problems.suggestion.problemFrom', { organisations: t('common.organisations', { count: other.demand }) })
  return (
    <Suggestion
      likeness={suggestion.band}
      title={title}
      to={to}
      lang={join ? 'sv' : undefined}
      from={from}
      why={<Because suggestion={suggestion} />}
      differs={null}
      marks={<Differs suggestion={suggestion} needArea={null} />}
      actions={<SuggestionActions suggestion={suggestion} title={title} back={paths.problem(number)} />}
    />
  )
}

/** Yes, change, no: always in that order. What else can be done comes after. */
export function SuggestionActions({
  suggestion: { id, kind },
  title,
  back,
  primary,
  keys,
  children,
}: {
  suggestion: ShownSuggestion
  /** What it is about: somebody's own words, or words of ours around them. */
  title: ReactNode
  back: string
  primary?: boolean
  keys?: boolean
  children?: ReactNode
}) {
  const { t } = useI18n()
  const about = (
    <span className="visually-hidden">
      {' '}
      <Sentence of="problems.suggestion.about" parts={{ title }} />
    </span>
  )
  const minor = keys ? 'secondary' : 'tertiary'
  return (
    <Form method="post" action={paths.suggestionAct(id, 'acceptance')} className="actions">
      <input type="hidden" name="back" value={back} />
      <Button small variant={primary ? 'primary' : 'secondary'} data-key="g">
        {t(`problems.suggestion.accept.${kind}`)}
        {keys && <Key name="G" />}
        {about}
      </Button>
      <LinkButton
        small
        variant={minor}
        to={`${paths.suggestionAct(id, 'change')}?back=${encodeURIComponent(back)}`}
        data-key="a"
      >
        {t(`problems.suggestion.change.${kind}`)}
        {keys && <Key name="A" />}
        {about}
      </LinkButton>
      <Button small variant={minor} formAction={paths.suggestionAct(id, 'rejection')} data-key="x">
        {t(`problems.suggestion.reject.${kind}`)}
        {keys && <Key name="X" />}
        {about}
      </Button>
      {children}
    </Form>
  )
}

function Key({ name }: { name: string }) {
  return (
    <>
      {' '}
      <span aria-hidden="true">
        <kbd>{name}</kbd>
      </span>
    </>
  )
}
