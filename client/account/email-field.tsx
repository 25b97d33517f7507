import { accountTexts } from '#i18n/account.ts'
import { EMAIL_MAX } from '../../protocol/limits.ts'
import { TextField } from '../ui/text-field.tsx'

/** The address of an account, as every page at the way in asks for it. */
export function EmailField(props: {
  value: string
  onInput: (value: string) => void
  error?: string | null | undefined
}) {
  return (
    <TextField
      label={accountTexts.email}
      type="email"
      autocomplete="username"
      maxlength={EMAIL_MAX}
      value={props.value}
      onInput={props.onInput}
      error={props.error}
    />
  )
}
