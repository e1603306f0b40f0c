import { Link } from '@remix-run/react'
import { useAmount } from '~/components/committee/commitment-list.tsx'
import { RoundName } from '~/components/rounds/round-name.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import type {
  AdministratorStart as Administration,
  AssessorStart as Assessing,
  CommitteeStart as Committee,
  NetworkStart as Network,
} from '~/domain/overview/work-start.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { TaskList } from './task-list.tsx'

export function NetworkStart({ networks, imports }: Network) {
  const { t, date } = useI18n()
  const name = useName()
  return (
    <Section title={t('home.network.title')} intro={t('home.network.intro')}>
      <Rows>
        {networks.map((network) => (
          <Row
            key={network.key}
            title={name(network)}
            to={paths.network(network.key)}
            foot={[
              t('home.network.needs', { count: network.needs }),
              network.unconfirmed > 0
                ? t('home.network.unconfirmed', { count: network.unconfirmed })
                : network.needs > 0 && t('home.network.allConfirmed'),
              network.disowned > 0 && t('home.network.disowned', { count: network.disowned }),
            ]}
          />
        ))}
      </Rows>
      <Actions className="more">
        <LinkButton to={paths.imports()}>{t('home.network.import')}</LinkButton>
      </Actions>
      {imports.length > 0 && <h3 className="label home__sub">{t('home.network.imports')}</h3>}
      <TaskList
        tasks={imports.map((one) => ({
          key: one.id,
          to: paths.import(one.id),
          text: one.fileName,
          note: `${date(one.createdAt)}, ${t('home.network.rows', { count: one.rowCount })}`,
        }))}
      />
    </Section>
  )
}

export function AssessorStart({ open, results }: Assessing) {
  const { t, date } = useI18n()
  return (
    <Section title={t('home.assessor.title')} intro={t('home.assessor.intro')}>
      {open.length === 0 && <p className="soft">{t('home.assessor.none')}</p>}
      <Rows>
        {open.map((round) => (
          <Row key={round.number} title={<RoundName round={round} />} to={paths.assessment(round.number)}>
            <p className="meta">
              {[
                t('home.assessor.progress', { done: round.done, of: round.of }),
                round.assessBy && t('home.assessor.by', { date: date(round.assessBy) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <progress
              max={round.of}
              value={round.done}
              aria-label={t('home.assessor.progress', { done: round.done, of: round.of })}
            />
            {round.next === null ? <p>{t('home.assessor.done')}</p> : null}
            <Actions>
              <LinkButton
                to={round.next === null ? paths.assessment(round.number) : paths.assessment(round.number, round.next)}
              >
                {t(round.done > 0 ? 'home.assessor.go' : 'home.assessor.begin')}
              </LinkButton>
            </Actions>
          </Row>
        ))}
      </Rows>
      {results.length > 0 && <h3 className="label home__sub">{t('home.assessor.results')}</h3>}
      <TaskList
        tasks={results.map((round) => ({
          key: String(round.number),
          to: paths.round(round.number),
          text: <RoundName round={round} />,
        }))}
      />
    </Section>
  )
}

/** `second`: another part of the page has the primary action. */
export function CommitteeStart({ next, lacking, second }: Committee & { second: boolean }) {
  const { t, dateTime } = useI18n()
  const words = useOwnWords()
  return (
    <Section title={t('home.committee.title')}>
      {next ? (
        <Rows>
          <Row title={next.title} lang={words} to={paths.meeting(next.id)}>
            <p className="meta">{[dateTime(next.startsAt), next.place].filter(Boolean).join(' · ')}</p>
            <p>{t(next.called ? 'home.committee.called' : 'home.committee.planned')}</p>
            <Actions>
              <LinkButton
                variant={second ? 'secondary' : 'primary'}
                to={next.called ? paths.meetingAct(next.id, 'pack') : paths.meeting(next.id)}
              >
                {t(next.called ? 'home.committee.read' : 'home.committee.see')}
              </LinkButton>
            </Actions>
          </Row>
        </Rows>
      ) : (
        <p className="soft">{t('home.committee.none')}</p>
      )}
      <p className="more">
        <Link to={paths.meetings()}>{t('home.committee.all')}</Link>
      </p>
      {lacking && <Lacking decisions={lacking} />}
    </Section>
  )
}

/** What a resource owner is asked for: decisions that nobody has promised enough to yet. */
function Lacking({ decisions }: { decisions: NonNullable<Committee['lacking']> }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const amountOf = useAmount()
  return (
    <>
      <h3 className="label home__sub">{t('home.committee.lacking')}</h3>
      <TaskList
        tasks={decisions.map(({ registryNumber, title, ...missing }) => ({
          key: registryNumber,
          to: paths.decision(registryNumber),
          text: <span lang={words}>{title}</span>,
          note: t('home.committee.lacks', { amount: amountOf(missing) }),
        }))}
        none={t('home.committee.lackingNone')}
      />
    </>
  )
}

export function AdministratorStart({ access, parked, waiting }: Administration) {
  const { t } = useI18n()
  const tasks = [
    {
      key: 'overdue',
      count: access.overdue,
      to: paths.adminAccess(),
      text: t('home.administrator.overdue', { count: access.overdue }),
    },
    {
      key: 'soon',
      count: access.soon,
      to: paths.adminAccess(),
      text: t('home.administrator.soon', { count: access.soon }),
    },
    { key: 'parked', count: parked, to: paths.adminJobs(), text: t('home.administrator.parked', { count: parked }) },
    {
      key: 'waiting',
      count: waiting,
      to: paths.invitations(),
      text: t('home.administrator.waiting', { count: waiting }),
    },
  ]
  return (
    <Section title={t('home.administrator.title')}>
      <TaskList tasks={tasks.filter((task) => task.count > 0)} none={t('home.work.nothing')} />
      <p className="more">
        <Link to={paths.admin()}>{t('home.administrator.open')}</Link>
      </p>
    </Section>
  )
}
