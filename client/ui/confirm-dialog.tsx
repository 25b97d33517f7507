import { createSignal, type JSX, Show } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { uiTexts } from '#i18n/ui.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/account-limits.ts'
import { Dialog } from './dialog.tsx'
import { DialogForm } from './dialog-form.tsx'
import { type Answer, createFormSubmission, type ValueOf } from './form-submission.ts'
import { PasswordField } from './password-field.tsx'

/**
 * Asks before something that can't be undone. Escape, a click beside the dialog and its first button leave everything as
 * it is.
 */
export function ConfirmDialog<A extends Answer>(props: {
  title: string
  text: string
  confirmLabel: string
  cancelLabel: string
  /** Whether it asks for the password of the account. */
  asksPassword?: boolean
  /** Sentences for refusals, by code, where the usual ones don't fit. */
  sentences?: Record<string, string>
  /** Does what is asked about. @param password empty where it was not asked for */
  onConfirm: (password: string) => Promise<A>
  /** It is done, and the dialog is closed. */
  onDone?: (value: ValueOf<A>) => void
  onClose: () => void
  /** What can be chosen with it. */
  children?: JSX.Element
}) {
  const [password, setPassword] = createSignal('')
  const submission = createFormSubmission({
    fieldFor: props.asksPassword ? { 'wrong-password': 'password', 'too-many-attempts': 'password' } : {},
    sentences: props.sentences,
  })

  async function confirm(form: HTMLFormElement, close: () => void) {
    const found = props.asksPassword && password() === '' ? { password: uiTexts.required } : {}
    const done = await submission.submit(() => props.onConfirm(password()), { form, found })
    if (!done) return
    close()
    props.onDone?.(done.value)
  }

  return (
    <Dialog title={props.title} text={props.text} onClose={props.onClose}>
      {(close) => (
        <DialogForm
          submitLabel={props.confirmLabel}
          cancelLabel={props.cancelLabel}
          tone="button-ember"
          submission={submission}
          onSubmit={(form) => void confirm(form, close)}
          onCancel={close}
        >
          {props.children}
          <Show when={props.asksPassword}>
            <PasswordField
              label={commonTexts.password}
              kind="current"
              maxlength={ACCOUNT_PASSWORD.max}
              value={password()}
              onInput={setPassword}
              error={submission.errors().password}
            />
          </Show>
        </DialogForm>
      )}
    </Dialog>
  )
}
