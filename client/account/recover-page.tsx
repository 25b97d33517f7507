import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

const t = accountTexts.recover

/** A new password for somebody who has forgotten theirs and kept a recovery code. */
export function RecoverPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [codes, setCodes] = createSignal<string[]>()
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountTexts.emailWrong, code: t.wrong, newPassword: accountTexts.newPasswordGuessed },
    beside: { 'wrong-credentials': 'code', 'too-many-attempts': 'code' },
    codes: { 'wrong-credentials': t.wrong },
  })

  async function recover(form: HTMLFormElement) {
    const wrong = {
      email: email().trim() ? undefined : accountTexts.empty,
      code: code().trim() ? undefined : accountTexts.empty,
      newPassword: password().length < ACCOUNT_PASSWORD.min ? accountTexts.newPasswordWrong : undefined,
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
      title={t.title}
      text={t.text}
      button={t.button}
      busy={busy()}
      wait={wait()}
      failure={failure()}
      onSend={recover}
      ways={[{ text: t.other, way: t.way, href: '/login' }]}
    >
      <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
      <TextField
        label={t.code}
        type="text"
        maxlength={64}
        hint={t.codeHint}
        value={code()}
        onInput={setCode}
        wrong={wrongs().code}
      />
      <PasswordField
        label={t.newPassword}
        is="new"
        hint={accountTexts.newPasswordHint}
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
