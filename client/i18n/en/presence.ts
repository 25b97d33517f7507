/** What is said of who comes and goes, in English. */
export const presenceWords = {
  came: (names: string[]) => `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} here.`,
  left: (names: string[]) => `${list.format(names)} left.`,
  alone: 'It is just you here now.',
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })
