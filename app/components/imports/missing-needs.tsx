import { Disclosure } from '~/components/ui/disclosure.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { More, Row, Rows } from '~/components/ui/row.tsx'
import type { MissingNeeds as Missing } from '~/domain/needs/import-missing.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** What an earlier list had and this one has not: nothing is done to it. */
export function MissingNeeds({ missing: { total, needs }, network }: { missing: Missing; network: string }) {
  const { t } = useI18n()
  const nameOf = useName()
  const lang = useOwnWords()
  return (
    <Disclosure summary={t('imports.preview.missing.show')}>
      <Rows>
        {needs.map(({ id, title, reference, organisation, registryNumber }) => (
          <Row
            key={id}
            compact
            lang={lang}
            title={title}
            to={paths.need(id)}
            foot={[
              reference,
              nameOf(organisation),
              registryNumber && t('common.registryNumber', { number: registryNumber }),
            ]}
          />
        ))}
      </Rows>
      {total > needs.length && (
        <More to={paths.network(network)}>{t('imports.preview.missing.more', { count: total - needs.length })}</More>
      )}
    </Disclosure>
  )
}
