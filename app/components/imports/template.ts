import { type ImportField, importFields } from '~/domain/needs/import.ts'
import { templateHeading } from '~/domain/needs/import-headings.ts'
import { domainAreas, needAreas } from '~/domain/needs/need.ts'
import type { TemplateSheet } from '~/domain/needs/spreadsheet-writing.ts'
import type { Locale } from '~/i18n/format.ts'
import type { Translate } from '~/i18n/translate.ts'

const long: ImportField[] = ['description', 'affected', 'consequence', 'tried', 'whoElse', 'urgencyReason']

/** What the template holds: every column that an import knows, with what to write there, and two examples. */
export function templateOf(t: Translate, locale: Locale): TemplateSheet {
  const areas: Partial<Record<ImportField, string[]>> = {
    needArea: needAreas.map((area) => t(`needs.areas.${area}`)),
    domainArea: domainAreas.map((area) => t(`needs.domainAreas.${area}`)),
  }
  const examples: Partial<Record<ImportField, string>>[] = [
    {
      title: t('imports.template.examples.firstTitle'),
      description: t('imports.template.examples.firstDescription'),
      affected: t('imports.template.examples.firstAffected'),
      reference: '1',
      needArea: areas.needArea?.[1],
      urgency: t('needs.urgencies.medium'),
    },
    {
      title: t('imports.template.examples.secondTitle'),
      description: t('imports.template.examples.secondDescription'),
      affected: t('imports.template.examples.secondAffected'),
      reference: '2',
      needArea: areas.needArea?.[2],
      urgency: t('needs.urgencies.low'),
    },
  ]
  const shared = {
    organisation: t('imports.template.examples.organisation'),
    status: t('imports.template.examples.status'),
    date: '2026-05-12',
    informationClass: 'K0',
  }
  return {
    name: t('imports.template.sheet'),
    columns: importFields.map((field) => ({
      heading: templateHeading(field, locale),
      note: t(`imports.template.notes.${field}`, { areas: (areas[field] ?? []).join(', ') }),
      width: long.includes(field) ? 48 : field === 'title' ? 40 : 20,
    })),
    rows: examples.map((example) => importFields.map((field) => ({ ...shared, ...example })[field as 'title'] ?? '')),
  }
}
