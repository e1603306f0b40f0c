import { useI18n } from '~/i18n/i18n.tsx'

export interface Named {
  name: string
  nameEn: string
}

/** The name of an organisation, network or resource in the language of the page. */
export function useName(): (thing: Named | null | undefined) => string {
  const { locale } = useI18n()
  return (thing) => (thing ? (locale === 'en' ? thing.nameEn : thing.name) : '')
}
