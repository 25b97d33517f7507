import { commonWords } from './common.ts'

const { duration } = commonWords

/** What a room asks at its door, in English. */
export const doorWords = {
  passwordTitle: 'This room asks for a password',
  passwordText: 'Whoever sent you the link knows it.',
  passwordWrong: 'That is not the password. Look for capital letters and try again.',
  enter: 'Enter',
  nameTitle: 'Somebody here has that name',
  nameText: (taken: string) => `“${taken}” is taken in this room. Choose another name and come in.`,
  tooMany: (seconds: number) =>
    `Too many tries in this room. Try again in ${duration(Math.max(1, seconds))}, also with the right password.`,
}
