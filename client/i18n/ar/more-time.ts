import type { moreTimeTexts as English } from '../en/more-time.ts'

/** The text of the button that puts off the end of a room, in Arabic. */
export const moreTimeTexts: typeof English = {
  button: '+10 دقائق',
}
