import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, fieldId, wire } from './field.tsx'

type Native = Omit<ComponentPropsWithoutRef<'textarea'>, 'name' | 'id'>

interface Props extends FieldProps, Native {
  /** Most characters. Longer text can still be typed and is refused on saving, so that nothing pasted is cut off. */
  most?: number
}

/** Somebody's own words, in serif. Says how long the text may be, and with scripts how long it is. */
export function TextArea({ name, label, hint, error, optional, question, most, className, rows = 6, ...rest }: Props) {
  const field = { name, label, hint, error, optional, question }
  const countId = `${fieldId(name)}-count`
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <Field {...field} after={most !== undefined && <CharacterCount id={countId} most={most} area={area} />}>
      <textarea
        rows={rows}
        {...rest}
        {...wire(field, most !== undefined && countId)}
        ref={area}
        className={classNames('ds-input', className)}
      />
    </Field>
  )
}

/** Listens to the text area itself, so that the form keeps its own handlers and the area stays uncontrolled. */
function CharacterCount({ id, most, area }: { id: string; most: number; area: React.RefObject<HTMLTextAreaElement> }) {
  const { t, number } = useI18n()
  const [length, setLength] = useState<number>()
  useEffect(() => {
    const element = area.current
    if (!element) return
    const count = () => setLength([...element.value].length)
    count()
    element.addEventListener('input', count)
    return () => element.removeEventListener('input', count)
  }, [area])
  const over = length !== undefined && length > most
  const close = length !== undefined && length > most * 0.9
  return (
    <>
      <p className={over ? 'field-error' : 'meta'} id={id}>
        {length === undefined
          ? t('ui.count.most', { most: number(most) })
          : over
            ? t('ui.count.over', { over: number(length - most), most: number(most) })
            : t('ui.count.of', { length: number(length), most: number(most) })}
      </p>
      {/* Only near the limit: a count read out at every key would drown the words. */}
      <p className="visually-hidden" role="status">
        {close &&
          (over
            ? t('ui.count.over', { over: number(length - most), most: number(most) })
            : t('ui.count.left', { left: number(most - length) }))}
      </p>
    </>
  )
}
