import { LinkButton } from '~/components/ui/button.tsx'
import { Highlighted } from '~/components/ui/highlighted.tsx'
import { type MarkCounts, Marks } from '~/components/ui/marks.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Suggestion } from '~/components/ui/suggestion.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

export interface SimilarInList {
  kind: 'need' | 'problem' | 'resource'
  id: string
  path: string
  title: string
  resource?: Named
  band: 'very' | 'alike' | 'partly'
  why: { text: string; marked: boolean }[]
  organisation?: Named
  unconfirmed?: boolean
  submittedAt?: Date | string | null
  demand?: number
  marks?: { counts: MarkCounts; unconfirmed: MarkCounts }
  sharedByViewer: boolean
}

/** Needs, problems and resources that are like a text, each with the shared words marked and a way to say "we share it". */
export function SimilarThings({
  things,
  mayShare,
  draftId,
  level,
}: {
  things: SimilarInList[]
  /** Whoever speaks for no organisation has nothing to share. */
  mayShare: boolean
  draftId?: string
  level?: 3 | 4
}) {
  return things.map((thing) => (
    <SimilarThing key={`${thing.kind}${thing.id}`} thing={thing} mayShare={mayShare} draftId={draftId} level={level} />
  ))
}

function SimilarThing({
  thing,
  mayShare,
  draftId,
  level,
}: {
  thing: SimilarInList
  mayShare: boolean
  draftId?: string
  level?: 3 | 4
}) {
  const { t, date } = useI18n()
  const words = useOwnWords()
  const name = useName()
  const { kind, path, title, resource } = thing
  const to =
    kind === 'need' ? paths.need(path) : kind === 'problem' ? paths.problem(Number(path)) : paths.resource(path)
  const from =
    kind === 'problem'
      ? t('needs.similar.problem', { organisations: t('common.organisations', { count: thing.demand ?? 0 }) })
      : kind === 'need' && thing.organisation
        ? thing.submittedAt
          ? t('needs.fromWhen', { organisation: name(thing.organisation), date: date(thing.submittedAt) })
          : t('needs.from', { organisation: name(thing.organisation) })
        : undefined
  return (
    <Suggestion
      likeness={kind === 'resource' ? 'exists' : thing.band}
      title={resource ? name(resource) : title}
      to={to}
      lang={resource ? undefined : words}
      level={level}
      from={thing.unconfirmed ? t('needs.similar.unconfirmed', { from: from ?? '' }) : from}
      marks={thing.marks && <Marks {...thing.marks} />}
      why={
        thing.why.length > 0 && (
          <span lang={words}>
            <Highlighted parts={thing.why} />
          </span>
        )
      }
      actions={kind !== 'resource' && <Share thing={thing} mayShare={mayShare} to={to} draftId={draftId} />}
    />
  )
}

function Share({
  thing,
  mayShare,
  to,
  draftId,
}: {
  thing: SimilarInList
  mayShare: boolean
  to: string
  draftId?: string
}) {
  const { t } = useI18n()
  const own =
    thing.kind === 'need'
      ? paths.needAct(thing.path, 'endorsement')
      : paths.problemAct(Number(thing.path), 'endorsement')
  return (
    <>
      {thing.sharedByViewer && <span className="meta">{t('needs.similar.shared')}</span>}
      {mayShare && !thing.sharedByViewer && (
        <LinkButton variant="secondary" small to={draftId ? `${own}?draft=${draftId}` : own}>
          {t('needs.similar.share')}
          <VisuallyHidden>: {thing.title}</VisuallyHidden>
        </LinkButton>
      )}
      <LinkButton variant="tertiary" small to={to}>
        {t('needs.similar.more')}
        <VisuallyHidden>: {thing.title}</VisuallyHidden>
      </LinkButton>
    </>
  )
}
