import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { uiTexts } from '#i18n/ui.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission } from '../ui/form-submission.ts'
import { TextField } from '../ui/text-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'
import { findNewPasswordError, NewPasswordField } from './new-password-field.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

const t = accountTexts.recover

/** The page that sets a new password, for a facilitator who forgot theirs and kept a recovery code. */
export function RecoverPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [codes, setCodes] = createSignal<string[]>()
  const submission = createFormSubmission({
    errors: { email: accountTexts.emailError, code: t.wrong, newPassword: accountTexts.newPasswordTooCommon },
    fieldFor: { 'wrong-credentials': 'code', 'too-many-attempts': 'code' },
    sentences: { 'wrong-credentials': t.wrong },
  })

  async function recoverAccount(form: HTMLFormElement) {
    const found = {
      email: email().trim() ? undefined : uiTexts.required,
      code: code().trim() ? undefined : uiTexts.required,
      newPassword: findNewPasswordError(password()),
    }
    const request = { email: email(), code: code(), newPassword: password() }
    const done = await submission.submit(() => api.recoverAccount(request), { form, found })
    if (done) setCodes(done.value.recoveryCodes)
  }

  const form = () => (
    <AuthPage
      title={t.title}
      text={t.text}
      submitLabel={t.button}
      submission={submission}
      onSubmit={recoverAccount}
      otherPages={[{ text: t.other, label: t.linkLabel, href: '/login' }]}
    >
      <EmailField value={email()} onInput={setEmail} error={submission.errors().email} />
      <TextField
        label={t.code}
        dir="ltr"
        maxlength={64}
        hint={t.codeHint}
        value={code()}
        onInput={setCode}
        error={submission.errors().code}
      />
      <NewPasswordField
        label={t.newPassword}
        value={password()}
        onInput={setPassword}
        error={submission.errors().newPassword}
      />
    </AuthPage>
  )

  return (
    <Show when={codes()} fallback={form()}>
      {(codes) => <RecoveryCodesPage codes={codes()} />}
    </Show>
  )
}
