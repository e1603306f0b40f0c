import { useI18n } from '~/i18n/i18n.tsx'

const documents = ['000', '001', '002', '003', '004'] as const

/** Which report something builds on, in words: the number of the document is the register's own. */
export function useSource(): (document: string | undefined, section: string | undefined) => string {
  const { t } = useI18n()
  return (document, section) => {
    const known = documents.find((key) => key === document)
    return known ? t('needs.page.source', { document: t(`needs.page.documents.${known}`), section: section ?? '' }) : ''
  }
}
