import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { uiTexts } from '#i18n/ui.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/account-limits.ts'
import type { AccountApi } from '../net/account-api.ts'
import { announce } from '../ui/announcer.tsx'
import { createFormSubmission } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { Submit } from '../ui/submit.tsx'
import { findNewPasswordError, NewPasswordField } from './new-password-field.tsx'

const t = accountTexts.settings.password

/** Changes the account's password. */
export function ChangePassword(props: {
  api: AccountApi
  email: string
  /** The password is changed, and the recovery codes with it. */
  onDone: (recoveryCodes: string[]) => void
}) {
  const [password, setPassword] = createSignal('')
  const [newPassword, setNewPassword] = createSignal('')
  const submission = createFormSubmission({
    errors: { newPassword: accountTexts.newPasswordTooCommon },
    fieldFor: { 'wrong-password': 'password', 'too-many-attempts': 'password' },
  })

  async function changePassword(form: HTMLFormElement) {
    const found = {
      password: password() === '' ? uiTexts.required : undefined,
      newPassword: findNewPasswordError(newPassword()),
    }
    const request = { password: password(), newPassword: newPassword() }
    const done = await submission.submit(() => props.api.changePassword(request), { form, found })
    if (!done) return
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
        void changePassword(event.currentTarget)
      }}
    >
      {/* A password manager learns from it whose password this is. */}
      <input type="text" hidden autocomplete="username" value={props.email} readonly />
      <PasswordField
        label={t.current}
        kind="current"
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        error={submission.errors().password}
      />
      <NewPasswordField
        label={t.next}
        value={newPassword()}
        onInput={setNewPassword}
        error={submission.errors().newPassword}
      />
      <Submit label={t.button} class="button-line" submission={submission} keepsPage />
    </form>
  )
}
