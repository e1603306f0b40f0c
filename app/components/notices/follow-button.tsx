import { Form, useLocation } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  noun: 'need' | 'problem' | 'round' | 'decision' | 'organisation' | 'network'
  id: string
  /** Whether the viewer follows it already. */
  following: boolean
  small?: boolean
}

/** Begins or ends following a thing, and comes back to the page it stands on. For signed-in viewers. */
export function FollowButton({ noun, id, following, small }: Props) {
  const { t } = useI18n()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={following ? paths.followRemoval() : paths.follows()}>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={pathname + search} />
      <Button variant="secondary" small={small}>
        {t(following ? 'notices.follow.unfollow' : 'notices.follow.follow')}
      </Button>
    </Form>
  )
}
