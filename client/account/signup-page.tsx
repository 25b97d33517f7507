import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { redirectIfLoggedIn } from '../app/auth-redirect.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

const t = accountTexts.signUp

/** Signing up, and the recovery codes after it, shown this once. */
export function SignupPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [codes, setCodes] = createSignal<string[] | null>(null)
  const submission = createFormSubmission({
    errors: { email: accountTexts.emailError, password: accountTexts.newPasswordTooCommon },
    fieldFor: { 'email-taken': 'email' },
  })

  void redirectIfLoggedIn(api, () => !submission.busy() && codes() === null)

  async function signUp(form: HTMLFormElement) {
    const found = {
      email: email().trim() ? undefined : accountTexts.emailError,
      password: password().length < ACCOUNT_PASSWORD.min ? accountTexts.newPasswordError : undefined,
    }
    const request = { email: email(), password: password() }
    const done = await submission.submit(() => api.signUp(request), { form, found })
    if (done) setCodes(done.value.recoveryCodes)
  }

  return (
    <Show
      when={codes()}
      fallback={
        <AuthPage
          title={t.title}
          text={t.text}
          submitLabel={t.button}
          submission={submission}
          onSubmit={signUp}
          otherPages={[{ text: t.other, label: t.linkLabel, href: '/login' }]}
        >
          <EmailField value={email()} onInput={setEmail} error={submission.errors().email} />
          <PasswordField
            label={accountTexts.password}
            kind="new"
            hint={accountTexts.newPasswordHint}
            maxlength={ACCOUNT_PASSWORD.max}
            value={password()}
            onInput={setPassword}
            error={submission.errors().password}
          />
        </AuthPage>
      }
    >
      {(codes) => <RecoveryCodesPage codes={codes()} />}
    </Show>
  )
}
