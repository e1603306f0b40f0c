import { Actions, Button } from '~/components/ui/button.tsx'
import { type ErrorText, Field, type FieldProps, wire } from '~/components/ui/field.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Select } from '~/components/ui/select.tsx'
import { spreadsheetLimits } from '~/domain/needs/spreadsheet.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  networks: (Named & { id: string })[]
  errors: Record<string, ErrorText>
  network: string | string[] | undefined
}

/** Network and file. The form is sent by the browser itself: a file of 12 MB goes whole and shows as loading. */
export function UploadForm({ networks, errors, network }: Props) {
  const { t, number } = useI18n()
  const nameOf = useName()
  const { rows, bytes } = spreadsheetLimits
  const file: FieldProps = {
    name: 'file',
    label: t('imports.start.file'),
    hint: t('imports.start.fileHint', { rows: number(rows), megabytes: bytes / 1_000_000 }),
    error: errors.file,
  }
  const chosen = network ?? (networks.length === 1 ? networks[0]?.id : undefined)
  return (
    <>
      <form method="post" action={paths.imports()} encType="multipart/form-data" className="import__upload">
        <Select
          name="network"
          label={t('imports.start.network')}
          error={errors.network}
          empty={networks.length > 1 ? t('imports.start.chooseNetwork') : undefined}
          options={networks.map((one) => ({ value: one.id, label: nameOf(one) }))}
          defaultValue={chosen}
        />
        <Field {...file}>
          <input type="file" accept=".xlsx,.csv,.txt,.tsv" className="file" {...wire(file)} />
        </Field>
        <p className="hint">{t('imports.start.next')}</p>
        <Actions>
          <Button>{t('imports.start.send')}</Button>
        </Actions>
      </form>
      <Section title={t('imports.start.templates')} full>
        <p className="measure">{t('imports.start.templatesText')}</p>
        <ul className="import__templates">
          <li>
            <a href={paths.importTemplate('xlsx')} download>
              {t('imports.start.templateXlsx')}
            </a>
          </li>
          <li>
            <a href={paths.importTemplate('csv')} download>
              {t('imports.start.templateCsv')}
            </a>
          </li>
        </ul>
      </Section>
    </>
  )
}
