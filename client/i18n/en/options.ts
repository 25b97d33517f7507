/** What the options of a room say, in English: loaded by who opens them. */
export const optionWords = {
  who: 'Who may come',
  whoSome: 'Up to…',
  upToLabel: 'How many people',
  people: 'people',
  upToWrong: 'Choose a whole number from 2 to 100,000.',
  lifetime: 'How long it lasts',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Other…',
  ownLabel: 'How long',
  unitLabel: 'Unit',
  units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours' },
  lifetimeWrong: 'Choose 10 seconds at least and 24 hours at most.',
  sliding: 'Talking keeps it alive',
  slidingHint: 'Every message lights the fuse again.',
  passwordHint: 'Optional. Give it to the others separately from the link.',
}
