import type { LineFault } from '../../../protocol/text.ts'

/** Why a page cannot show what was asked for: a heading, and what may be done about it. */
export interface Notice {
  title: string
  text: string
}

/** What every page says, in English. Sentences are kind and short, and say what to do. */
export const commonTexts = {
  brand: 'private-chat',
  darkTheme: 'Switch to dark theme',
  lightTheme: 'Switch to light theme',
  name: 'Your name',
  lineWrong: (fault: LineFault, max: number) =>
    fault.is === 'long'
      ? `This has ${fault.length} characters. ${max} is the most: shorten it.`
      : fault.is === 'unseen'
        ? 'It contains something that can’t be seen. Type it again.'
        : fault.is === 'marks'
          ? 'A letter has too many accents or marks.'
          : `Use 1 to ${max} visible characters.`,
  password: 'Password',
  /** Two days at least. */
  days: (days: number, hours: number) => `${days} days${hours > 0 ? ` ${hours} h` : ''}`,
}
