import { Facets } from '~/components/ui/filters.tsx'
import { needAreas } from '~/domain/needs/need.ts'
import { markKinds } from '~/domain/problems/demand.ts'
import { type ProblemFilter, problemsHref } from '~/domain/problems/problem-filter.ts'
import { type ProblemStatus, problemStatuses } from '~/domain/problems/problem.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ThemeName } from './theme-name.tsx'

interface Props {
  filter: ProblemFilter
  byStatus: Partial<Record<ProblemStatus, number>>
  byArea: Record<string, number>
  /** Label of the theme that the list is narrowed to. */
  theme: string[] | null
}

/** Filters with counts. Those that would give nothing are left out, unless they are the one that is on. */
export function ProblemFacets({ filter, byStatus, byArea, theme }: Props) {
  const { t } = useI18n()
  const sum = (counts: Record<string, number | undefined>) =>
    Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0)
  const all = (name: 'status' | 'area' | 'kind' | 'theme', count?: number) => ({
    to: problemsHref({ ...filter, [name]: undefined }),
    label: t('problems.list.all'),
    count,
    current: !filter[name],
  })
  const statuses = problemStatuses.filter((status) => byStatus[status] || filter.status === status)
  const areas = needAreas.filter((area) => byArea[area] || filter.area === area)
  return (
    <Facets
      label={t('problems.list.filters')}
      groups={[
        ...(filter.theme
          ? [
              {
                label: t('problems.themes.theme'),
                filters: [
                  all('theme'),
                  {
                    to: problemsHref(filter),
                    label: theme ? <ThemeName label={theme} /> : t('problems.themes.gone'),
                    current: true,
                  },
                ],
              },
            ]
          : []),
        {
          label: t('problems.list.status'),
          filters: [
            all('status', sum(byStatus)),
            ...statuses.map((status) => ({
              to: problemsHref({ ...filter, status }),
              label: t(`problems.status.${status}`),
              count: byStatus[status] ?? 0,
              current: filter.status === status,
            })),
          ],
        },
        {
          label: t('problems.list.area'),
          filters: [
            all('area'),
            ...areas.map((area) => ({
              to: problemsHref({ ...filter, area }),
              label: t(`needs.areas.${area}`),
              count: byArea[area] ?? 0,
              current: filter.area === area,
            })),
          ],
        },
        {
          label: t('problems.list.kind'),
          filters: [
            all('kind'),
            ...markKinds.map((kind) => ({
              to: problemsHref({ ...filter, kind }),
              label: t(`problems.list.kinds.${kind}`),
              current: filter.kind === kind,
            })),
          ],
        },
      ]}
    />
  )
}
