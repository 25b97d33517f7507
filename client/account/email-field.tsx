import { accountTexts } from '#i18n/account.ts'
import { EMAIL_MAX } from '../../protocol/account-limits.ts'
import { TextField } from '../ui/text-field.tsx'

/** The email address of an account, for the pages that let somebody in. */
export function EmailField(props: {
  value: string
  onInput: (value: string) => void
  error?: string | null | undefined
}) {
  return (
    <TextField
      label={accountTexts.email}
      type="email"
      dir="ltr"
      autocomplete="username"
      maxlength={EMAIL_MAX}
      value={props.value}
      onInput={props.onInput}
      error={props.error}
    />
  )
}
