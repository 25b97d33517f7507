import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { goOnIfLoggedIn, wayOn } from './auth-redirect.ts'
import { EmailField } from './email-field.tsx'

const t = accountTexts.logIn

/** Logging in. */
export function LoginPage() {
  document.title = t.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountTexts.emailWrong, password: accountTexts.newPasswordWrong },
    beside: { 'wrong-credentials': 'password', 'too-many-attempts': 'password' },
  })

  void goOnIfLoggedIn(api, () => !busy())

  async function logIn(form: HTMLFormElement) {
    const empty = { email: email().trim() ? undefined : accountTexts.empty }
    if (empty.email || password() === '') {
      setWrongs({ ...empty, password: password() ? undefined : accountTexts.empty })
      return focusWrong(form)
    }
    if (await send(() => api.signIn({ email: email(), password: password() }))) location.replace(wayOn())
    else focusWrong(form)
  }

  return (
    <AuthPage
      title={t.title}
      text={t.text}
      button={t.button}
      busy={busy()}
      wait={wait()}
      failure={failure()}
      onSend={logIn}
      ways={[
        { text: t.forgotten, way: t.recover, href: '/recover' },
        { text: t.other, way: t.way, href: '/signup' },
      ]}
    >
      <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
      <PasswordField
        label={accountTexts.password}
        is="current"
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        wrong={wrongs().password}
      />
    </AuthPage>
  )
}
