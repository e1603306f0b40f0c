import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { FormSteps, Saved } from '~/components/ui/form-steps.tsx'
import { Page } from '~/components/ui/page.tsx'
import { type ImportStatus, pageOf } from '~/domain/needs/import.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const steps = ['file', 'columns', 'preview', 'run'] as const
export type ImportStep = (typeof steps)[number]

interface Props {
  step: ImportStep
  /** Of an import that has begun. */
  list?: { id: string; fileName: string; rowCount: number; status: ImportStatus }
  title: string
  lead?: ReactNode
  /** What was refused: first on the page. */
  before?: ReactNode
  children: ReactNode
}

/** The four steps of an import in the margin, and the head of the one that is shown. */
export function ImportFrame({ step, list, title, lead, before, children }: Props) {
  const { t } = useI18n()
  const crumb = list
    ? [{ label: t('imports.many'), to: paths.imports() }, { label: list.fileName }]
    : [{ label: t('imports.title') }]
  return (
    <>
      <Breadcrumb crumbs={crumb} />
      <Page density="dense" className="import">
        {before && <div className="import__errors">{before}</div>}
        <Steps step={step} list={list} />
        <div>
          <p className="label">
            {t('imports.step', { number: steps.indexOf(step) + 1 })}
            {list &&
              ` · ${t('imports.fileFacts', { file: list.fileName, rows: t('imports.rows', { count: list.rowCount }) })}`}
          </p>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
        </div>
      </Page>
    </>
  )
}

function Steps({ step, list }: Pick<Props, 'step' | 'list'>) {
  const { t } = useI18n()
  const at = steps.indexOf(step)
  const open = list && pageOf(list.status) !== null
  const links: Partial<Record<ImportStep, string>> = open
    ? {
        file: paths.imports(),
        columns: paths.importAct(list.id, 'columns'),
        ...(list.status !== 'uploaded' && { preview: paths.importAct(list.id, 'preview') }),
      }
    : {}
  return (
    <FormSteps
      title={t('imports.title')}
      steps={steps.map((one, index) => ({
        label: t(`imports.steps.${one}`),
        to: links[one],
        state: index < at ? 'done' : index === at ? 'current' : 'ahead',
      }))}
      saved={open && <Saved>{t('imports.savedUnsent')}</Saved>}
    />
  )
}
