import { useI18n } from '~/i18n/i18n.tsx'

/** A file to keep: a plain link, so that the browser downloads it. */
export function CsvLink({ href, label }: { href: string; label?: string }) {
  const { t } = useI18n()
  return (
    <a href={href} download>
      {label ?? t('ui.csv')}
    </a>
  )
}
