import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import type { Reply } from '../net/api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'

/** Asks before something that can't be undone, for the account's password where it is about all of it. */
export function PasswordConfirmDialog<T>(props: {
  title: string
  text: string
  yes: string
  no: string
  /** Whether it takes the password. */
  secret?: boolean
  /** Sentences for refusals, by code, where they are others than anywhere else. */
  codes?: Record<string, string>
  onYes: (password: string) => Promise<Reply<T>>
  /** It was done, and the dialog is closing. */
  onDone: (value: T) => void
  onClose: () => void
}) {
  const [password, setPassword] = createSignal('')
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    beside: props.secret ? { 'wrong-password': 'password', 'too-many-attempts': 'password' } : {},
    codes: props.codes,
  })

  async function yes(form: HTMLFormElement, close: () => void) {
    if (props.secret && password() === '') {
      setWrongs({ password: accountTexts.empty })
      return focusWrong(form)
    }
    const done = await send(() => props.onYes(password()))
    if (!done) return focusWrong(form)
    close()
    props.onDone(done.value)
  }

  return (
    <Dialog title={props.title} text={props.text} onClose={props.onClose}>
      {(close) => (
        <DialogForm
          yes={props.yes}
          no={props.no}
          tone="button-ember"
          busy={busy()}
          wait={wait()}
          failure={failure()}
          onSend={(form) => void yes(form, close)}
          onCancel={close}
        >
          <Show when={props.secret}>
            <PasswordField
              label={accountTexts.password}
              is="current"
              maxlength={ACCOUNT_PASSWORD.max}
              value={password()}
              onInput={setPassword}
              wrong={wrongs().password}
            />
          </Show>
        </DialogForm>
      )}
    </Dialog>
  )
}
