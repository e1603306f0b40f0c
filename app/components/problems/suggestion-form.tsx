import { Form, Link } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Likeness } from '~/components/ui/likeness.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import type { ShownSuggestion } from '~/domain/problems/suggestion-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ProblemChoice, ReasonField } from './act-fields.tsx'
import { useFailure, useTyped } from './act-page.tsx'
import { Because } from './because.tsx'
import { NeedChoices, useNeedMeta } from './need-choices.tsx'

interface Props {
  suggestion: ShownSuggestion
  problems: readonly { number: number; title: string }[]
  back: string
  /** The words of the needs that are compared, by id. */
  compared: Record<string, string>
}

/** A suggestion to look at more closely and change before saying yes. Nothing changes before the form is sent. */
export function SuggestionForm({ suggestion, problems, back, compared }: Props) {
  const { t } = useI18n()
  const failure = useFailure()
  const { kind } = suggestion
  const open = suggestion.status === 'open'
  const title = t(`problems.suggestion.changeTitle.${kind}`)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('problems.inbox.title'), to: paths.inbox() }, { label: title }]} />
      <Page density="dense">
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{
              title: t('problems.fields.title'),
              to: t('problems.fields.to'),
              need: t('problems.fields.needs'),
            }}
          />
        )}
        <PageHead
          kind={{
            glyph: kind === 'duplicate' ? 'twin' : 'problem',
            text: t(`problems.suggestion.${kind}`, { number: suggestion.problem?.number ?? '' }),
          }}
          title={title}
          lead={open && t('problems.suggestion.changeLead')}
        />
        <div className="case__proposal measure proposal">
          <p>
            <Likeness band={suggestion.band} />
          </p>
          <p>
            <Because suggestion={suggestion} />
          </p>
        </div>
        {(kind === 'duplicate' || kind === 'merge') && <Both suggestion={suggestion} compared={compared} />}
        {!open && (
          <Notice
            title={t(suggestion.status === 'stale' ? 'refusals.suggestionOutdated' : 'refusals.suggestionAnswered')}
          >
            <p className="actions">
              <LinkButton small variant="secondary" to={back}>
                {t('problems.suggestion.goBack')}
              </LinkButton>
            </p>
          </Notice>
        )}
        {open && (
          <Form method="post" className="stack act-form">
            <input type="hidden" name="back" value={back} />
            <Fields suggestion={suggestion} problems={problems} />
            <ReasonField />
            <FormActions submit={t(`problems.suggestion.accept.${kind}`)} cancelTo={back} />
          </Form>
        )}
        {open && (
          <Form method="post" action={paths.suggestionAct(suggestion.id, 'rejection')} className="actions">
            <input type="hidden" name="back" value={back} />
            <Button variant="tertiary">{t(`problems.suggestion.reject.${kind}`)}</Button>
          </Form>
        )}
      </Page>
    </>
  )
}

function Fields({ suggestion, problems }: Omit<Props, 'back' | 'compared'>) {
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  const { kind, needs, problem } = suggestion
  if (kind === 'join')
    return (
      <>
        <NeedList suggestion={suggestion} />
        <ProblemChoice name="to" label={t('problems.fields.to')} problems={problems} start={problem?.number} />
      </>
    )
  if (kind !== 'new' && kind !== 'split') return null
  return (
    <>
      <TextInput
        name="title"
        label={t('problems.fields.title')}
        hint={t('problems.fields.titleHint')}
        said
        defaultValue={typed('title', suggestion.title)}
        error={failure?.errors.title}
      />
      <NeedChoices needs={needs} chosen={needs.map((need) => need.id)} label={t('problems.fields.needs')} />
      {kind === 'new' && (
        <ProblemChoice
          name="to"
          optional
          label={t('problems.suggestion.toExisting')}
          hint={t('problems.suggestion.toExistingHint')}
          problems={problems}
        />
      )}
    </>
  )
}

function NeedList({ suggestion }: { suggestion: ShownSuggestion }) {
  const describe = useNeedMeta()
  return (
    <ul className="plain">
      {suggestion.needs.map((need) => (
        <li key={need.id}>
          <Link className="said" lang="sv" to={paths.need(need.id)}>
            {need.title}
          </Link>{' '}
          <span className="meta">{describe(need)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Two things that look like one, side by side. */
function Both({
  suggestion: { kind, needs, leadNeedId, problem, other },
  compared,
}: Pick<Props, 'suggestion' | 'compared'>) {
  const { t } = useI18n()
  const describe = useNeedMeta()
  const lead = needs.find((need) => need.id === leadNeedId)
  const sides =
    kind === 'duplicate'
      ? [other.need, lead]
          .flatMap((need) => need ?? [])
          .map((need) => ({ key: need.id, title: need.title, to: paths.need(need.id), meta: describe(need) }))
      : [problem, other.problem]
          .flatMap((one) => one ?? [])
          .map((one) => ({
            key: one.id,
            title: one.title,
            to: paths.problem(one.number),
            meta: `${t('problems.numbered', { number: one.number })} · ${t('common.organisations', { count: one.demand })}`,
          }))
  const heads =
    kind === 'duplicate'
      ? (['problems.suggestion.first_need', 'problems.suggestion.second_need'] as const)
      : (['problems.suggestion.first_problem', 'problems.suggestion.second_problem'] as const)
  return (
    <div className="columns columns--2 act-form">
      {sides.map(({ key, title, to, meta }, at) => (
        <section key={key}>
          <h2 className="label">{t(heads[at] ?? heads[1])}</h2>
          <p className="row__title" lang="sv">
            <Link to={to}>{title}</Link>
          </p>
          <p className="meta">{meta}</p>
          {compared[key] && (
            <p className="said" lang="sv">
              {compared[key]}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}
