import { createSignal } from 'solid-js'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { accountWords } from '../i18n/en/account.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { goOnIfLoggedIn, wayOn } from './auth-redirect.ts'
import { EmailField } from './email-field.tsx'

const say = accountWords.logIn

/** Logging in. */
export function LoginPage() {
  document.title = say.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountWords.emailWrong, password: accountWords.newPasswordWrong },
    beside: { 'wrong-credentials': 'password', 'too-many-attempts': 'password' },
  })

  void goOnIfLoggedIn(api, () => !busy())

  async function logIn(form: HTMLFormElement) {
    const empty = { email: email().trim() ? undefined : accountWords.empty }
    if (empty.email || password() === '') {
      setWrongs({ ...empty, password: password() ? undefined : accountWords.empty })
      return focusWrong(form)
    }
    if (await send(() => api.signIn({ email: email(), password: password() }))) location.replace(wayOn())
    else focusWrong(form)
  }

  return (
    <AuthPage
      title={say.title}
      text={say.text}
      button={say.button}
      busy={busy()}
      wait={wait()}
      failure={failure()}
      onSend={logIn}
      ways={[
        { text: say.forgotten, way: say.recover, href: '/recover' },
        { text: say.other, way: say.way, href: '/signup' },
      ]}
    >
      <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
      <PasswordField
        label={accountWords.password}
        is="current"
        maxlength={ACCOUNT_PASSWORD.max}
        value={password()}
        onInput={setPassword}
        wrong={wrongs().password}
      />
    </AuthPage>
  )
}
