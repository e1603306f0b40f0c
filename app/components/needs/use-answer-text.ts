import { competences, type NeedContent } from '~/domain/needs/need.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** An answer as a reader sees it; `said` when it is in the submitter's own words. */
export function useAnswerText(): (field: keyof NeedContent, content: NeedContent) => { text: string; said: boolean } {
  const { t, list } = useI18n()
  const chosen = (text: string) => ({ text, said: false })
  return (field, content) => {
    switch (field) {
      case 'needArea':
        return chosen(content.needArea ? t(`needs.areas.${content.needArea}` as 'needs.areas.reuse') : '')
      case 'domainArea':
        return chosen(
          content.domainArea ? t(`needs.domainAreas.${content.domainArea}` as 'needs.domainAreas.health') : '',
        )
      case 'dataKind':
        return chosen(content.dataKind ? t(`needs.dataKinds.${content.dataKind}`) : '')
      case 'pattern':
        return chosen(content.pattern ? t(`needs.patterns.${content.pattern}`) : '')
      case 'urgency':
        return chosen(content.urgency ? t(`needs.urgencies.${content.urgency}`) : '')
      case 'competences':
        return chosen(
          list(
            competences
              .filter((competence) => content.competences.includes(competence))
              .map((competence) => t(`needs.competences.${competence}`)),
          ),
        )
      case 'confidentiality':
      case 'integrity':
      case 'availability':
        return chosen(
          t('needs.classes.short', {
            confidentiality: content.confidentiality,
            integrity: content.integrity,
            availability: content.availability,
          }),
        )
      case 'contactName':
      case 'contactEmail':
        return chosen(content[field])
      default:
        return { text: content[field], said: true }
    }
  }
}
