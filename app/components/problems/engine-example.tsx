import { Link } from '@remix-run/react'
import { Highlighted } from '~/components/ui/highlighted.tsx'
import { Likeness } from '~/components/ui/likeness.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Table } from '~/components/ui/table.tsx'
import type { WorkedExample } from '~/domain/problems/worked-example.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** Two needs that the engine has just compared: their shared words marked, and how much each word weighs. */
export function EngineExample({ example }: { example: WorkedExample | null }) {
  const { t, percent } = useI18n()
  const nameOf = useName()
  if (!example)
    return (
      <Section title={t('engine.example.title')}>
        <p>{t('engine.example.none')}</p>
      </Section>
    )
  return (
    <Section title={t('engine.example.title')} intro={t('engine.example.intro')}>
      <div className="columns columns--2">
        {example.texts.map(({ id, title, organisation, parts }) => (
          <section key={id}>
            <h3 className="row__title" lang="sv">
              <Link to={paths.need(id)}>{title}</Link>
            </h3>
            <p className="meta">{nameOf(organisation)}</p>
            <p className="said" lang="sv">
              <Highlighted parts={parts} />
            </p>
          </section>
        ))}
      </div>
      <p className="engine__verdict">
        {t('engine.example.verdict')} <Likeness band={example.band} />
      </p>
      <Table
        caption={t('engine.example.table')}
        stack={false}
        rows={example.terms}
        rowKey={({ term }) => term}
        columns={[
          { key: 'term', head: t('engine.example.term'), rowHeader: true, cell: ({ term }) => <mark>{term}</mark> },
          {
            key: 'part',
            head: t('engine.example.part'),
            cell: ({ weight }) => (
              <span className="engine__weight">
                <Bar part={weight / (example.terms[0]?.weight || 1)} />
                {percent(weight)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Bar({ part }: { part: number }) {
  return (
    <svg className="plot" viewBox="0 0 100 10" width={100} height={10} aria-hidden="true" focusable="false">
      <rect className="bar" width={Math.max(1, 100 * part)} height={10} />
    </svg>
  )
}
