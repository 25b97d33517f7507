import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import type { AccountApi } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { WaitLine } from '../ui/wait-line.tsx'
import { FailureText } from './failure-text.tsx'

const t = accountTexts.settings.password

/** Changes the account's password. */
export function ChangePassword(props: {
  api: AccountApi
  email: string
  /** It is changed: with it the recovery codes are others. */
  onDone: (recoveryCodes: string[]) => void
}) {
  const [password, setPassword] = createSignal('')
  const [newPassword, setNewPassword] = createSignal('')
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { newPassword: accountTexts.newPasswordGuessed },
    beside: { 'wrong-password': 'password', 'too-many-attempts': 'password' },
  })

  async function change(form: HTMLFormElement) {
    const wrong = {
      password: password() === '' ? accountTexts.empty : undefined,
      newPassword: newPassword().length < ACCOUNT_PASSWORD.min ? accountTexts.newPasswordWrong : undefined,
    }
    if (wrong.password || wrong.newPassword) {
      setWrongs(wrong)
      return focusWrong(form)
    }
    const request = { password: password(), newPassword: newPassword() }
    const done = await send(() => props.api.changePassword(request))
    if (!done) return focusWrong(form)
    setPassword('')
    setNewPassword('')
    announce(t.done, true)
    props.onDone(done.value.recoveryCodes)
  }

  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void change(event.currentTarget)
      }}
    >
      {/* So that a password manager knows whose password it is. */}
      <input type="text" hidden autocomplete="username" value={props.email} readonly />
      <PasswordField
        label={t.current}
        is="current"
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        wrong={wrongs().password}
      />
      <PasswordField
        label={t.next}
        is="new"
        hint={accountTexts.newPasswordHint}
        maxlength={ACCOUNT_PASSWORD.max}
        value={newPassword()}
        onInput={setNewPassword}
        wrong={wrongs().newPassword}
      />
      <FailureText failure={failure()} keeps />
      <WaitLine left={wait()} />
      <button type="submit" class="button button-line" aria-disabled={busy() || wait() > 0}>
        {busy() ? accountTexts.busy : t.button}
      </button>
    </form>
  )
}
