import { Form, Link } from '@remix-run/react'
import { Actions, Button } from '~/components/ui/button.tsx'
import { type MarkCounts, Marks } from '~/components/ui/marks.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import { canBeEndorsed } from '~/domain/needs/need.ts'
import type { NeedPage } from '~/domain/needs/need-page.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { EndorsementFields } from './endorsement-fields.tsx'
import { OwnEndorsements } from './own-endorsements.tsx'

type Props = Pick<NeedPage, 'need' | 'endorsements' | 'actions' | 'ownOrganisations' | 'signedIn'>

/** Which organisations share the need, in their own words, and the way to join them. */
export function Endorsements({ need, endorsements, actions, ownOrganisations, signedIn }: Props) {
  const { t } = useI18n()
  const name = useName()
  const words = useOwnWords()
  if (need.status === 'draft') return null
  return (
    <Section title={t('needs.page.shared')} intro={t('needs.page.sharedIntro')} id="shared">
      {endorsements.length === 0 ? (
        <p className="soft">{t('needs.page.sharedNone')}</p>
      ) : (
        <>
          <Marks counts={marksOf(endorsements)} />
          <ul className="rows">
            {endorsements.map(({ organisation, comment, at }) => (
              <li key={organisation.id} className="row row--compact">
                <div className="row__body">
                  <p>
                    <Link to={paths.organisation(organisation.key)}>{name(organisation)}</Link>{' '}
                    <span className="meta">
                      <Time at={at} />
                    </span>
                  </p>
                  {comment && <Reasons lang={words}>{comment}</Reasons>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {actions.endorsedFor.length > 0 && (
        <OwnEndorsements
          needId={need.id}
          organisations={ownOrganisations.filter(({ id }) => actions.endorsedFor.includes(id))}
        />
      )}
      {actions.endorseFor.length > 0 && (
        <Endorse need={need} organisations={ownOrganisations.filter(({ id }) => actions.endorseFor.includes(id))} />
      )}
      {!signedIn && canBeEndorsed(need) && (
        <p>
          <Link to={paths.signIn(paths.needAct(need.id, 'endorsement'))}>{t('needs.page.signInToShare')}</Link>
        </p>
      )}
    </Section>
  )
}

function Endorse({ need, organisations }: { need: NeedPage['need']; organisations: NeedPage['ownOrganisations'] }) {
  const { t } = useI18n()
  return (
    <div className="join no-print">
      <h3>{t('needs.page.endorse')}</h3>
      <p>{t('needs.page.endorseText')}</p>
      <Form method="post" action={paths.needAct(need.id, 'endorsement')}>
        <EndorsementFields organisations={organisations} />
        <Actions>
          <Button variant="secondary">{t('needs.endorsement.button')}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function marksOf(endorsements: NeedPage['endorsements']): MarkCounts {
  const counts = { state: 0, region: 0, municipality: 0, other: 0 }
  for (const { organisation } of endorsements) {
    const kind = organisation.kind
    counts[kind === 'state' || kind === 'region' || kind === 'municipality' ? kind : 'other'] += 1
  }
  return counts
}
