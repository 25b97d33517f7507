import { commonWords } from './common.ts'

const { duration } = commonWords

/** What signing up, logging in and the account's own page say, in English. */
export const accountWords = {
  email: 'Email',
  password: 'Password',
  emailWrong: 'Use an e-mail address such as ada@example.com.',
  newPasswordHint: '10 characters at least. A few words in a row make a good one.',
  newPasswordWrong: 'Use 10 to 256 characters.',
  /** Its length was right, so it is one of the commonest, or the address. */
  newPasswordGuessed:
    'This one is easily guessed: it is among the most used, or part of your address. Use another, such as a few words in a row.',
  empty: 'Please fill this in.',
  busy: 'One moment…',
  cancel: 'Cancel',
  nav: 'Your pages',
  rooms: 'Rooms',
  account: 'Account',
  logOut: 'Log out',
  logInAgain: 'Log in again',
  failed: {
    'email-taken': 'There is an account with this address already. Log in instead?',
    'wrong-credentials': 'This address and this password do not belong together.',
    'wrong-password': 'That is not the password of this account.',
    'not-signed-in': 'You are logged out.',
    'cookies-blocked':
      'Your browser keeps no cookies here, and a cookie is how you stay logged in. Allow cookies for this site, in the settings beside the address, then try again.',
    'slow-down': 'That was a lot at once. Wait a moment, then try again.',
    'too-many-requests': 'That was a lot at once from your address. Wait a minute, then try again.',
    'session-not-found': 'That device is logged out already.',
    unreachable: 'The server could not be reached. Check your connection and try again.',
    busy: 'The server is very busy. Try again in a moment.',
    other: 'That did not work. Please try again.',
  } as Record<string, string> & { other: string },
  tooMany: (seconds: number) =>
    `Too many wrong tries: for ${duration(Math.max(1, seconds))} none is looked at, not even a right one.`,

  signUp: {
    page: 'Sign up · private-chat',
    title: 'Rooms for your groups',
    text: 'With an account you plan rooms ahead, see who is there, and keep what was said for as long as you decide. No mail is ever sent to your address.',
    button: 'Sign up',
    other: 'You have an account?',
    way: 'Log in',
  },
  logIn: {
    page: 'Log in · private-chat',
    title: 'Welcome back',
    text: 'Log in to your scheduled rooms.',
    button: 'Log in',
    other: 'No account yet?',
    way: 'Sign up',
    forgotten: 'Password forgotten?',
    recover: 'Use a recovery code',
  },
  recover: {
    page: 'Recover your account · private-chat',
    title: 'A new password',
    text: 'One of the ten codes you were shown last lets you in once. You are logged out everywhere else, and get ten new codes.',
    code: 'Recovery code',
    codeHint: 'Such as k3v9-02mq-8xhd-p7tz. It is used up by this.',
    newPassword: 'New password',
    button: 'Set password and log in',
    wrong: 'This address and this code do not belong together, or the code was used before.',
    other: 'You remember it?',
    way: 'Log in',
  },
  codes: {
    page: 'Your recovery codes · private-chat',
    title: 'Keep these codes',
    text: 'Should you forget your password, each of them lets you in once. They are shown now and never again; there is no other way back in.',
    list: 'Recovery codes',
    copy: 'Copy all',
    copied: 'Recovery codes copied',
    save: 'Save as a file',
    file: 'private-chat-recovery-codes',
    fileHead: (host: string) => `Recovery codes for ${host}, each good for once:\n\n`,
    kept: 'I have kept them',
  },
  settings: {
    page: 'Account · private-chat',
    title: 'Account',
    loading: 'Loading your account…',
    since: (day: string) => `since ${day}`,
    again: 'Try again',
    password: {
      title: 'Password',
      text: 'Changing it logs you out on every other device, out of your rooms too, and gives you new recovery codes: those you have kept stop working.',
      current: 'Current password',
      next: 'New password',
      button: 'Change password',
      done: 'Your password is changed, and every other device is logged out. Keep your new recovery codes.',
    },
    sessions: {
      title: 'Where you are logged in',
      list: 'Devices',
      here: 'This device',
      seen: (when: string) => `last used ${when}`,
      end: 'Log out there',
      endNamed: (device: string) => `Log out ${device}`,
      ended: (device: string) => `${device} is logged out.`,
      endOthers: 'Log out everywhere else',
      endedOthers: 'Every other device is logged out.',
      alone: 'You are logged in nowhere else.',
    },
    codes: {
      title: 'Recovery codes',
      left: (count: number) =>
        count === 0
          ? 'You have none left. Without one, a forgotten password can’t be replaced.'
          : count === 1
            ? 'You have 1 left.'
            : `You have ${count} left.`,
      make: 'Make new codes',
      askTitle: 'Make ten new codes?',
      askText: 'The codes you have kept stop working at once.',
      yes: 'Make new codes',
    },
    everything: {
      title: 'Everything of yours',
      text: 'The account, your rooms and every message in them, as one JSON file. Messages of encrypted rooms stay encrypted in it.',
      download: 'Download everything',
    },
    remove: {
      title: 'Delete the account',
      text: 'Takes every room, every message and this account with it.',
      button: 'Delete everything…',
      askTitle: 'Delete everything?',
      askText:
        'This ends every room of yours, open ones too, and deletes every message, the recovery codes and the account. It can’t be undone.',
      yes: 'Delete everything',
    },
  },
}
