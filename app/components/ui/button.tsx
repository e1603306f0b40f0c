import { Link } from '@remix-run/react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** One primary per page or answer; secondary has a border, tertiary is underlined. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary'

interface Look {
  variant?: ButtonVariant
  /** For buttons in rows and side columns. */
  small?: boolean
}

function look({ variant = 'primary', small }: Look, className?: string) {
  return {
    className: classNames('ds-button', small && 'small', className),
    'data-variant': variant === 'primary' ? undefined : variant,
  }
}

export function Button({
  variant,
  small,
  className,
  type = 'submit',
  ...rest
}: Look & ComponentPropsWithoutRef<'button'>) {
  return <button type={type} {...rest} {...look({ variant, small }, className)} />
}

export function LinkButton({ variant, small, className, ...rest }: Look & ComponentPropsWithoutRef<typeof Link>) {
  return <Link {...rest} {...look({ variant, small }, className)} />
}

/** Buttons in a row. With a label they are a named group. */
export function Actions({ label, className, children }: { label?: string; className?: string; children: ReactNode }) {
  const group = label ? { role: 'group', 'aria-label': label } : {}
  return (
    <div className={classNames('actions', className)} {...group}>
      {children}
    </div>
  )
}
