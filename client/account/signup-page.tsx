import { createSignal, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/limits.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { AuthPage } from './auth-page.tsx'
import { goOnIfLoggedIn } from './auth-redirect.ts'
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
  const { busy, wait, wrongs, setWrongs, failure, send } = createFormSubmission({
    fields: { email: accountTexts.emailWrong, password: accountTexts.newPasswordGuessed },
    beside: { 'email-taken': 'email' },
  })

  void goOnIfLoggedIn(api, () => !busy() && codes() === null)

  async function signUp(form: HTMLFormElement) {
    if (email().trim() === '' || password().length < ACCOUNT_PASSWORD.min) {
      setWrongs({
        email: email().trim() ? undefined : accountTexts.emailWrong,
        password: password().length < ACCOUNT_PASSWORD.min ? accountTexts.newPasswordWrong : undefined,
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
          title={t.title}
          text={t.text}
          button={t.button}
          busy={busy()}
          wait={wait()}
          failure={failure()}
          onSend={signUp}
          ways={[{ text: t.other, way: t.way, href: '/login' }]}
        >
          <EmailField value={email()} onInput={setEmail} wrong={wrongs().email} />
          <PasswordField
            label={accountTexts.password}
            is="new"
            hint={accountTexts.newPasswordHint}
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
