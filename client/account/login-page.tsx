import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { uiTexts } from '#i18n/ui.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/account-limits.ts'
import { redirectIfLoggedIn, returnAddress } from '../app/auth-redirect.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { EmailField } from './email-field.tsx'

const t = accountTexts.logIn

/** The page where a facilitator logs in. */
export function LoginPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const submission = createFormSubmission({
    errors: { email: accountTexts.emailError, password: accountTexts.newPasswordError },
    fieldFor: { 'wrong-credentials': 'password', 'too-many-attempts': 'password' },
  })

  void redirectIfLoggedIn(api, () => !submission.busy())

  async function logIn(form: HTMLFormElement) {
    const found = {
      email: email().trim() ? undefined : uiTexts.required,
      password: password() ? undefined : uiTexts.required,
    }
    const request = { email: email(), password: password() }
    if (await submission.submit(() => api.signIn(request), { form, found })) location.replace(returnAddress())
  }

  return (
    <AuthPage
      title={t.title}
      text={t.text}
      submitLabel={t.button}
      submission={submission}
      onSubmit={logIn}
      otherPages={[
        { text: t.forgotten, label: t.recover, href: '/recover' },
        { text: t.other, label: t.linkLabel, href: '/signup' },
      ]}
    >
      <EmailField value={email()} onInput={setEmail} error={submission.errors().email} />
      <PasswordField
        label={accountTexts.password}
        kind="current"
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        error={submission.errors().password}
      />
    </AuthPage>
  )
}
