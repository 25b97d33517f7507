import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in English. */
export const uiTexts = {
  showPassword: 'Show what is typed',
  hidePassword: 'Hide what is typed',
  required: 'Please fill this in.',
  busy: 'One moment…',
  canSubmitIn: (seconds: number) => `You can try again in ${seconds} s.`,
  canSubmit: 'You can try again now.',
  logInAgain: 'Log in again',
  cancel: 'Cancel',
  close: 'Close',
  /** Why something was refused, by the refusal's code; a form may have its own sentence for a code. */
  refusals: {
    'email-taken': 'There is an account with this address already. Log in instead?',
    'wrong-credentials': 'This address and this password do not belong together.',
    'wrong-password': 'That is not the password of this account.',
    'not-signed-in': 'You are logged out.',
    'slow-down': 'That was a lot at once. Wait a moment, then try again.',
    'too-many-requests': 'That was a lot at once from your address. Wait a minute, then try again.',
    'session-not-found': 'That device is already logged out.',
    unreachable: 'The server could not be reached. Check your connection and try again.',
    busy: 'The server is very busy. Try again in a moment.',
  } as Record<string, string>,
  /** Of one field, where nothing more is known. */
  fieldRefused: 'This can’t be used. Change it, and try again.',
  refused: 'That did not work. Please try again.',
  /** Before what names a fault in the server's log. */
  incident: ' For the operator: ',
  tooManyAttempts: (seconds: number) =>
    `Too many wrong tries: for ${formatDuration(Math.max(1, seconds))} every try is refused, even a right one.`,
}
