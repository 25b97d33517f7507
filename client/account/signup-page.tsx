import { createSignal, Show } from 'solid-js'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { accountWords } from '../i18n/en/account.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { goOnIfLoggedIn } from './auth-redirect.ts'
import { EmailField } from './email-field.tsx'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'

const say = accountWords.signUp

/** Signing up, and the recovery codes after it, shown this once. */
export function SignupPage() {
  document.title = say.page
  const api = makeAccountApi()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [codes, setCodes] = createSignal<string[] | null>(null)
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountWords.emailWrong, password: accountWords.newPasswordGuessed },
    beside: { 'email-taken': 'email' },
  })

  void goOnIfLoggedIn(api, () => !busy() && codes() === null)

  async function signUp(form: HTMLFormElement) {
    if (email().trim() === '' || password().length < ACCOUNT_PASSWORD.min) {
      setWrongs({
        email: email().trim() ? undefined : accountWords.emailWrong,
        password: password().length < ACCOUNT_PASSWORD.min ? accountWords.newPasswordWrong : undefined,
      })
      return focusWrong(form)
    }
    const made = await send(() => api.signUp({ email: email(), password: password() }))
    if (!made) return focusWrong(form)
    setCodes(made.value.recoveryCodes)
  }

  return (
    <Show
      when={codes()}
      fallback={
        <AuthPage
          title={say.title}
          text={say.text}
          button={say.button}
          busy={busy()}
          wait={wait()}
          failure={failure()}
          onSend={signUp}
          ways={[{ text: say.other, way: say.way, href: '/login' }]}
        >
          <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
          <PasswordField
            label={accountWords.password}
            is="new"
            hint={accountWords.newPasswordHint}
            maxlength={ACCOUNT_PASSWORD.max}
            value={password()}
            onInput={setPassword}
            wrong={wrongs().password}
          />
        </AuthPage>
      }
    >
      {(codes) => <RecoveryCodesPage codes={codes()} />}
    </Show>
  )
}
