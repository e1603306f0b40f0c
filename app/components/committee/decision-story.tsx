import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import { type Station, Timeline } from '~/components/ui/timeline.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { type Commitment, useAmount } from './commitment-list.tsx'
import { MaskedText } from './masked-text.tsx'

interface Linked {
  registryNumber: string
  title: string
  decidedAt: Date
}

interface Props {
  decidedAt: Date
  lockedAt: Date | null
  supersedes: Linked | null
  supersededBy: Linked | null
  commitments: Commitment[]
}

/** What has happened to the decision, in order; both ways of a succession are said on both records. */
export function DecisionStory({ decidedAt, lockedAt, supersedes, supersededBy, commitments }: Props) {
  const { t } = useI18n()
  const nameOf = useName()
  const amountOf = useAmount()
  const whoAndWhat = (one: Commitment) => ({
    organisation: nameOf(one.organisation),
    amount: amountOf(one),
  })
  const link = ({ registryNumber, title }: Linked) => (
    <Link to={paths.decision(registryNumber)}>
      <MaskedText text={title} />
    </Link>
  )
  const stations: (Station & { at: Date })[] = [
    {
      key: 'decided',
      at: decidedAt,
      glyph: 'decision' as const,
      when: <Time at={decidedAt} />,
      title: supersedes
        ? t('committee.decision.supersedesStation', { number: supersedes.registryNumber })
        : t('committee.decision.decidedStation'),
      body: supersedes && <p>{link(supersedes)}</p>,
    },
    ...(lockedAt
      ? [
          {
            key: 'minuted',
            at: lockedAt,
            glyph: 'lock' as const,
            when: <Time at={lockedAt} />,
            title: t('committee.decision.minutedStation'),
          },
        ]
      : []),
    ...commitments.map((one) => ({
      key: one.id,
      at: one.createdAt,
      glyph: 'group' as const,
      when: <Time at={one.createdAt} />,
      title: t('committee.decision.committedStation', whoAndWhat(one)),
    })),
    // What was taken back was committed all the same: the record does not forget it.
    ...commitments.flatMap((one) =>
      one.withdrawnAt
        ? {
            key: `${one.id} withdrawn`,
            at: one.withdrawnAt,
            glyph: 'group' as const,
            when: <Time at={one.withdrawnAt} />,
            title: t('committee.decision.withdrawnStation', whoAndWhat(one)),
          }
        : [],
    ),
    ...(supersededBy
      ? [
          {
            key: 'later',
            at: supersededBy.decidedAt,
            glyph: 'decision' as const,
            when: <Time at={supersededBy.decidedAt} />,
            title: t('committee.decision.supersededStation', { number: supersededBy.registryNumber }),
            body: <p>{link(supersededBy)}</p>,
          },
        ]
      : []),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return (
    <Section title={t('committee.decision.history')}>
      <Timeline stations={stations} />
    </Section>
  )
}
