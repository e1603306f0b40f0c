import { Field, type FieldProps, wire } from '~/components/ui/field.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Select } from '~/components/ui/select.tsx'
import { spreadsheetLimits } from '~/domain/needs/spreadsheet.ts'
import { organisationKinds } from '~/domain/organisations/organisation.ts'
import type { Failure } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** A file with organisations, and what they are where the file does not say. */
export function ListUpload({ failure }: { failure?: Failure }) {
  const { t, number } = useI18n()
  const { rows, bytes } = spreadsheetLimits
  const file: FieldProps = {
    name: 'file',
    label: t('organisations.lists.file'),
    hint: t('imports.start.fileHint', { rows: number(rows), megabytes: bytes / 1_000_000 }),
    error: failure?.errors.file,
  }
  return (
    <form method="post" encType="multipart/form-data" className="stack short-form">
      <Field {...file}>
        <input type="file" accept=".xlsx,.csv,.txt,.tsv" className="file" {...wire(file)} />
      </Field>
      <Select
        name="kind"
        label={t('organisations.lists.kind')}
        hint={t('organisations.lists.kindHint')}
        empty={t('organisations.lists.kindInFile')}
        options={organisationKinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))}
        defaultValue={String(failure?.typed.kind ?? '')}
      />
      <p className="hint">{t('organisations.lists.next')}</p>
      <FormActions submit={t('organisations.lists.send')} cancelTo={paths.organisations()} />
    </form>
  )
}
