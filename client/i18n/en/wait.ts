/** What a form says that has to wait, in English. */
export const waitTexts = {
  left: (seconds: number) => `You can try again in ${seconds} s.`,
  over: 'You can try again now.',
}
