import { accountTexts } from '#i18n/account.ts'
import { ACCOUNT_PASSWORD } from '../../protocol/account-limits.ts'
import { PasswordField } from '../ui/password-field.tsx'

/** A box for a password that an account gets. */
export function NewPasswordField(props: {
  label: string
  value: string
  onInput: (value: string) => void
  error: string | undefined
}) {
  return (
    <PasswordField
      label={props.label}
      kind="new"
      hint={accountTexts.newPasswordHint}
      maxlength={ACCOUNT_PASSWORD.max}
      value={props.value}
      onInput={props.onInput}
      error={props.error}
    />
  )
}

/** Returns what the page itself finds wrong with such a password; undefined where the server is asked. */
export function findNewPasswordError(password: string): string | undefined {
  return password.length < ACCOUNT_PASSWORD.min ? accountTexts.newPasswordError : undefined
}
