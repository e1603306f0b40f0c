import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Recovery codes, the one time they are shown: to print, or to write down. */
export function RecoveryCodeList({ title, codes }: { title: string; codes: string[] }) {
  const { t } = useI18n()
  return (
    <>
      <PageHead title={title} lead={t('people.factor.codesLead')} />
      <div className="stack short-form">
        <Notice kind="warning" title={t('people.factor.codesOnce')}>
          {t('people.factor.codesKeep')}
        </Notice>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Actions>
          <LinkButton to={paths.start()}>{t('people.factor.codesDone')}</LinkButton>
          <PrintButton>{t('people.factor.codesPrint')}</PrintButton>
        </Actions>
      </div>
    </>
  )
}
