import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Highlighted } from '~/components/ui/highlighted.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Suggestion } from '~/components/ui/suggestion.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { SimilarThing } from '~/domain/problems/similar-things.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  number: number
  linked: readonly (Named & { id: string; key: string })[]
  /** Resources that are like the problem and not linked to it. */
  found: readonly SimilarThing[]
  builds: boolean
  /** Beside the workbench: its heading above instead of in the margin. */
  full?: boolean
}

/** "Does it exist already?": what people have linked, and what is like the problem. */
export function ResourceAside({ number, linked, found, builds, full }: Props) {
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <Section
      full={full}
      title={t('problems.page.resources')}
      intro={linked.length + found.length === 0 ? t('problems.page.noResources') : undefined}
    >
      {linked.map((resource) => (
        <Suggestion
          key={resource.id}
          likeness="exists"
          title={nameOf(resource)}
          to={paths.resource(resource.key)}
          from={t('problems.page.linkedResources')}
          actions={
            builds && (
              <ResourceButton
                action={paths.problemAct(number, 'resource/removal')}
                id={resource.id}
                label={t('problems.acts.resource.remove')}
              />
            )
          }
        />
      ))}
      {found.map(({ id, path, title, resource, band, why }) => (
        <Suggestion
          key={id}
          likeness={band}
          title={resource ? nameOf(resource) : title}
          to={paths.resource(path)}
          why={<Highlighted parts={why} />}
          actions={
            builds && (
              <ResourceButton
                action={paths.problemAct(number, 'resource')}
                id={id}
                label={t('problems.acts.resource.submit')}
              />
            )
          }
        />
      ))}
      {builds && (
        <p className="more">
          <Link to={paths.problemAct(number, 'resource')}>{t('problems.page.linkOther')}</Link>
        </p>
      )}
    </Section>
  )
}

function ResourceButton({ action, id, label }: { action: string; id: string; label: string }) {
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="resource" value={id} />
      <Button small variant="tertiary">
        {label}
      </Button>
    </Form>
  )
}
