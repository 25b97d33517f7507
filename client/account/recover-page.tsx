import { createSignal, Show } from 'solid-js'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { accountWords } from '../i18n/en/account.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

const say = accountWords.recover

/** A new password for somebody who has forgotten theirs and kept a recovery code. */
export function RecoverPage() {
  document.title = say.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [codes, setCodes] = createSignal<string[]>()
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountWords.emailWrong, code: say.wrong, newPassword: accountWords.newPasswordGuessed },
    beside: { 'wrong-credentials': 'code', 'too-many-attempts': 'code' },
    codes: { 'wrong-credentials': say.wrong },
  })

  async function recover(form: HTMLFormElement) {
    const wrong = {
      email: email().trim() ? undefined : accountWords.empty,
      code: code().trim() ? undefined : accountWords.empty,
      newPassword: password().length < ACCOUNT_PASSWORD.min ? accountWords.newPasswordWrong : undefined,
    }
    if (wrong.email || wrong.code || wrong.newPassword) {
      setWrongs(wrong)
      return focusWrong(form)
    }
    const request = { email: email(), code: code(), newPassword: password() }
    const done = await send(() => api.recover(request))
    if (done) setCodes(done.value.recoveryCodes)
    else focusWrong(form)
  }

  const form = () => (
    <AuthPage
      title={say.title}
      text={say.text}
      button={say.button}
      busy={busy()}
      wait={wait()}
      failure={failure()}
      onSend={recover}
      ways={[{ text: say.other, way: say.way, href: '/login' }]}
    >
      <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
      <TextField
        label={say.code}
        type="text"
        maxlength={64}
        hint={say.codeHint}
        value={code()}
        onInput={setCode}
        wrong={wrongs().code}
      />
      <PasswordField
        label={say.newPassword}
        is="new"
        hint={accountWords.newPasswordHint}
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        wrong={wrongs().newPassword}
      />
    </AuthPage>
  )

  return (
    <Show when={codes()} fallback={form()}>
      {(codes) => <RecoveryCodesPage codes={codes()} />}
    </Show>
  )
}
