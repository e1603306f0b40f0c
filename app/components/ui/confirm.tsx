import { Form } from '@remix-run/react'
import { type ReactNode, useId, useRef } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Actions, Button, type ButtonVariant, LinkButton } from './button.tsx'

interface Props {
  /** The page that asks the same question, where there are no scripts. */
  to: string
  /** What the button on the page says. */
  trigger: ReactNode
  variant?: ButtonVariant
  small?: boolean
  /** The question: "Ta behovet ur problemet?" */
  title: ReactNode
  /** Where the answer yes is posted. */
  action: string
  /** What the button says that does it, named by what it does. */
  yes: ReactNode
  /** What follows and whether it can be undone; fields of the form. */
  children: ReactNode
}

/** A question before something that is hard to take back: a native dialog with scripts, a page of its own without. */
export function Confirm({ to, trigger, variant = 'secondary', small, title, action, yes, children }: Props) {
  const { t } = useI18n()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <LinkButton
        to={to}
        variant={variant}
        small={small}
        onClick={(event) => {
          if (!dialog.current?.showModal || event.metaKey || event.ctrlKey) return
          event.preventDefault()
          dialog.current.showModal()
        }}
      >
        {trigger}
      </LinkButton>
      <dialog className="confirm" ref={dialog} aria-labelledby={id}>
        <Form method="post" action={action} className="confirm__body" onSubmit={() => dialog.current?.close()}>
          <h2 id={id}>{title}</h2>
          {typeof children === 'string' ? <p>{children}</p> : children}
          <Actions>
            <Button>{yes}</Button>
            <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
              {t('ui.confirm.cancel')}
            </Button>
          </Actions>
        </Form>
      </dialog>
    </>
  )
}

/** The same question on its page. */
export function ConfirmForm({
  action,
  yes,
  cancelTo,
  children,
}: Pick<Props, 'action' | 'yes' | 'children'> & { cancelTo: string }) {
  const { t } = useI18n()
  return (
    <Form method="post" action={action} className="stack measure">
      {typeof children === 'string' ? <p>{children}</p> : children}
      <Actions>
        <Button>{yes}</Button>
        <LinkButton to={cancelTo} variant="secondary">
          {t('ui.confirm.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}
