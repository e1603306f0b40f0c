import type { Named } from '~/domain/organisations/organisation.ts'
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/ui/button.tsx'
import { Select } from '~/components/ui/select.tsx'
import { needAreas, needStatuses } from '~/domain/needs/need.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

const kinds = ['state', 'region', 'municipality', 'university', 'company', 'other'] as const

type Chosen = Record<string, string | undefined>

/** Narrows the list; every choice is in the address. */
export function NeedFilters({ filter, networks }: { filter: Chosen; networks: (Named & { key: string })[] }) {
  const { t } = useI18n()
  const name = useName()
  const any = t('needs.list.any')
  const asked = ['area', 'kind', 'status', 'network', 'organisation'].some((field) => filter[field])
  return (
    <Form method="get" action={paths.needs()} className="margin-form" key={JSON.stringify(filter)}>
      {filter.own && <input type="hidden" name="own" value="1" />}
      {filter.organisation && <input type="hidden" name="organisation" value={filter.organisation} />}
      <Select
        name="area"
        label={t('needs.list.area')}
        empty={any}
        defaultValue={filter.area}
        options={needAreas.map((area) => ({ value: area, label: t(`needs.areas.${area}`) }))}
      />
      <Select
        name="kind"
        label={t('needs.list.kind')}
        empty={any}
        defaultValue={filter.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))}
      />
      <Select
        name="status"
        label={t('needs.list.status')}
        empty={any}
        defaultValue={filter.status}
        options={needStatuses
          .filter((status) => filter.own || status !== 'draft')
          .map((status) => ({ value: status, label: t(`needs.status.${status}`) }))}
      />
      <Select
        name="network"
        label={t('needs.list.network')}
        empty={any}
        defaultValue={filter.network}
        options={networks.map((network) => ({ value: network.key, label: name(network) }))}
      />
      <p className="actions">
        <Button variant="secondary" small>
          {t('needs.list.filter')}
        </Button>
        {asked && <Link to={paths.needs(filter.own ? { own: '1' } : {})}>{t('needs.list.clear')}</Link>}
      </p>
    </Form>
  )
}
