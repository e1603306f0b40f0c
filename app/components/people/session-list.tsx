import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Time } from '~/components/ui/time.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import { browserName } from '~/domain/people/browser.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Session {
  id: string
  createdAt: Date
  usedAt: Date
  userAgent: string | null
  current: boolean
}

/** Where the person is signed in, each with a way to end it. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { t } = useI18n()
  return (
    <div className="stack">
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.id} className="session">
            <div>
              <p>
                <b>
                  <Browser userAgent={session.userAgent} />
                </b>
              </p>
              <p className="meta">
                {t('people.sessions.started')} <Time at={session.createdAt} withTime />. {t('people.sessions.used')}{' '}
                <Time at={session.usedAt} withTime />.
              </p>
            </div>
            {session.current ? (
              <p className="meta">{t('people.sessions.current')}</p>
            ) : (
              <Form method="post" action={paths.sessionRevocation(session.id)}>
                <Button variant="secondary" small>
                  {t('people.sessions.end')}
                  <VisuallyHidden>
                    {' '}
                    <Browser userAgent={session.userAgent} />, <Time at={session.createdAt} withTime />
                  </VisuallyHidden>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" action={paths.otherSessionsRevocation()}>
          <Button variant="secondary">{t('people.sessions.endOthers')}</Button>
        </Form>
      )}
    </div>
  )
}

function Browser({ userAgent }: { userAgent: string | null }) {
  const { t } = useI18n()
  const { browser, system } = browserName(userAgent)
  if (!browser) return <>{t('people.sessions.unknown')}</>
  return <>{system ? t('people.sessions.browserOn', { browser, system }) : browser}</>
}
