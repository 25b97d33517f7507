import type { LineFault } from '../../../protocol/text.ts'

/** Why a page can't show what was asked for: a heading, and what somebody can do about it. */
export interface Notice {
  title: string
  text: string
}

/** The texts of every page, in English. Sentences are kind and short, and say what to do. */
export const commonTexts = {
  brand: 'private-chat',
  darkTheme: 'Switch to dark theme',
  lightTheme: 'Switch to light theme',
  name: 'Your name',
  lineError: (fault: LineFault, max: number) =>
    fault.is === 'long'
      ? `This has ${fault.length} characters. ${max} is the most: shorten it.`
      : fault.is === 'unseen'
        ? 'It contains something that can’t be seen. Type it again.'
        : fault.is === 'marks'
          ? 'A letter has too many accents or marks.'
          : `Use 1 to ${max} visible characters.`,
  password: 'Password',
  /** For two days and more. */
  days: (days: number, hours: number) => `${days} days${hours > 0 ? ` ${hours} h` : ''}`,
}
