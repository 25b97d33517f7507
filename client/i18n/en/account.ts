import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import { formatNumber } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in English. */
export const accountTexts = {
  email: 'Email',
  password: 'Password',
  emailError: 'Use an email address such as ada@example.com.',
  newPasswordHint: `At least ${ACCOUNT_PASSWORD.min} characters. A few words in a row make a good password.`,
  newPasswordError: `Use ${ACCOUNT_PASSWORD.min} to ${ACCOUNT_PASSWORD.max} characters.`,
  /** The server refused it although its length is right: it is one of the most common, or part of the address. */
  newPasswordTooCommon:
    'This password is easily guessed: it is one of the most common, or part of your address. Use another, such as a few words in a row.',
  nav: 'Your pages',
  rooms: 'Rooms',
  account: 'Account',
  logOut: 'Log out',
  cookiesBlocked:
    'Your browser keeps no cookies here, and a cookie keeps you logged in. Allow cookies for this site in the settings beside the address, then try again.',

  signUp: {
    page: 'Sign up · private-chat',
    title: 'Rooms for your groups',
    text: 'With an account you plan rooms ahead, see who is there, and keep what was said for as long as you decide. No mail is ever sent to your address.',
    button: 'Sign up',
    other: 'Already have an account?',
    linkLabel: 'Log in',
  },
  logIn: {
    page: 'Log in · private-chat',
    title: 'Welcome back',
    text: 'Log in to your scheduled rooms.',
    button: 'Log in',
    other: 'No account yet?',
    linkLabel: 'Sign up',
    forgotten: 'Forgot your password?',
    recover: 'Use a recovery code',
  },
  recover: {
    page: 'Recover your account · private-chat',
    title: 'Set a new password',
    text: `Each of your newest recovery codes lets you in once. Using one logs you out everywhere else and gives you ${RECOVERY_CODES.count} new ones.`,
    code: 'Recovery code',
    codeHint: 'Such as k3v9-02mq-8xhd-p7tz. It works only once.',
    newPassword: 'New password',
    button: 'Set password and log in',
    wrong: 'This address and this code do not belong together, or the code was used before.',
    other: 'Remembered your password?',
    linkLabel: 'Log in',
  },
  codes: {
    page: 'Your recovery codes · private-chat',
    title: 'Keep these codes',
    text: 'If you forget your password, each of these codes lets you in once. They are shown now and never again, and there is no other way back in.',
    list: 'Recovery codes',
    copy: 'Copy all',
    copied: 'Recovery codes copied',
    save: 'Save as a file',
    file: 'private-chat-recovery-codes',
    fileHead: (host: string) => `Recovery codes for ${host}, each works once:\n\n`,
    kept: 'I have kept them',
  },
  settings: {
    page: 'Account · private-chat',
    title: 'Account',
    loading: 'Loading your account…',
    /** Whose account it is, and since when. */
    about: (email: string, day: string) => `${email}, since ${day}`,
    again: 'Try again',
    password: {
      title: 'Password',
      text: 'Changing it logs you out on every other device, also in your rooms. You get new recovery codes, and the old ones stop working.',
      current: 'Current password',
      next: 'New password',
      button: 'Change password',
      done: 'Your password is changed, and every other device is logged out. Keep your new recovery codes.',
    },
    sessions: {
      title: 'Where you are logged in',
      list: 'Devices',
      /** What a session is recognised by; the system is null where it is not known. */
      device: (browser: string, system: string | null) =>
        system === null ? browser : `${browser} on ${system}`,
      unknownBrowser: 'Unknown',
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
          : `You have ${formatNumber(count)} left.`,
      make: 'Make new codes',
      askTitle: `Make ${RECOVERY_CODES.count} new codes?`,
      askText: 'Your old codes stop working at once.',
      yes: 'Make new codes',
    },
    everything: {
      title: 'Your data',
      text: 'The account, your rooms and every message in them, as one JSON file. Messages of encrypted rooms stay encrypted in it.',
      download: 'Download everything',
    },
    remove: {
      title: 'Delete the account',
      text: 'This deletes every room, every message and the account itself.',
      button: 'Delete everything…',
      askTitle: 'Delete everything?',
      askText:
        'This ends all your rooms, open ones too, and deletes every message, the recovery codes and the account. This can’t be undone.',
      yes: 'Delete everything',
    },
  },
}
