import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Glyph, type GlyphName } from '~/components/ui/glyph.tsx'
import type { Followed, FollowedNoun } from '~/domain/notices/follow-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

const places: Record<FollowedNoun, { glyph: GlyphName; path: (key: string) => string }> = {
  need: { glyph: 'need', path: paths.need },
  problem: { glyph: 'problem', path: (key) => paths.problem(Number(key)) },
  round: { glyph: 'round', path: (key) => paths.round(Number(key)) },
  decision: { glyph: 'decision', path: paths.decision },
  organisation: { glyph: 'group', path: paths.organisation },
  network: { glyph: 'group', path: paths.network },
}

/** What a person follows, each with the way to stop. */
export function FollowedList({ follows }: { follows: Followed[] }) {
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <ul className="tasks">
      {follows.map(({ noun, id, title, key }) => {
        const name = nameOf(title)
        return (
          <li key={`${noun} ${id}`}>
            <span>
              <Glyph name={places[noun].glyph} /> <Link to={places[noun].path(key)}>{name}</Link>
            </span>
            <Form method="post" action={paths.followRemoval()}>
              <input type="hidden" name="noun" value={noun} />
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="back" value={paths.follows()} />
              <Button variant="tertiary" small aria-label={`${t('notices.follow.unfollow')}: ${name}`}>
                {t('notices.follow.unfollow')}
              </Button>
            </Form>
          </li>
        )
      })}
    </ul>
  )
}
