import { z } from 'zod'
import { type ImportColumns, type ImportField, importFields } from './import.ts'

/** Selects named column-0, column-1 …; an empty one is a column that is not read in. */
export const columnsForm = z
  .record(
    z.string().regex(/^column-\d{1,3}$/, 'common.form.invalid'),
    z.enum([...importFields, ''], 'common.form.choose'),
  )
  .transform((chosen) => {
    const columns: ImportColumns = {}
    for (const [name, field] of Object.entries(chosen))
      if (field) columns[name.slice('column-'.length)] = field as ImportField
    return columns
  })

/** Radios named row-12; whatever is not chosen is submitted as new. */
export const choicesForm = z
  .record(z.string().regex(/^row-\d{1,7}$/, 'common.form.invalid'), z.enum(['link', 'import'], 'common.form.choose'))
  .transform((chosen) =>
    Object.fromEntries(Object.entries(chosen).map(([name, choice]) => [Number(name.slice('row-'.length)), choice])),
  )
