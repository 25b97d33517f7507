import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { redirectIfLoggedIn } from '../app/auth-redirect.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission } from '../ui/form-submission.ts'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'
import { findNewPasswordError, NewPasswordField } from './new-password-field.tsx'
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
      password: findNewPasswordError(password()),
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
          <NewPasswordField
            label={accountTexts.password}
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
