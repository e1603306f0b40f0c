import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Highlighted } from '~/components/ui/highlighted.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Suggestion } from '~/components/ui/suggestion.tsx'
import type { NearNeed } from '~/domain/problems/addable-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** Needs that are like the problem and not in it, wherever they are, each with the way in. */
export function NearAside({ number, needs }: { number: number; needs: readonly NearNeed[] }) {
  const { t } = useI18n()
  const nameOf = useName()
  const addition = paths.problemAct(number, 'addition')
  return (
    <Section
      full
      title={t('problems.page.near')}
      intro={needs.length > 0 ? t('problems.page.nearIntro') : t('problems.page.nearNone')}
    >
      {needs.map(({ id, title, band, why, organisation, problem }) => (
        <Suggestion
          key={id}
          likeness={band}
          title={title}
          to={paths.need(id)}
          lang="sv"
          from={[
            nameOf(organisation),
            problem === null ? t('problems.page.nearAlone') : t('problems.page.nearIn', { number: problem }),
          ].join(' · ')}
          why={<Highlighted parts={why} />}
          actions={
            <Form method="post" action={addition}>
              <input type="hidden" name="need" value={id} />
              <Button small variant="tertiary" aria-label={`${t('problems.page.nearAdd')}: ${title}`}>
                {t('problems.page.nearAdd')}
              </Button>
            </Form>
          }
        />
      ))}
      <p className="more">
        <Link to={addition}>{t('problems.page.nearMore')}</Link>
      </p>
    </Section>
  )
}
