import { CAPACITY, LIFETIME, PASSWORD } from '../../../protocol/limits.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The texts of a room's options, in English: in the lobby they are loaded once somebody opens them. */
export const roomOptionsTexts = {
  who: 'Who may come',
  rules: 'Door and rules',
  whoSome: 'Up to…',
  upToLabel: 'How many people',
  people: 'people',
  capacityError: `Choose a whole number from ${formatNumber(CAPACITY.min)} to ${formatNumber(CAPACITY.max)}.`,
  lifetime: 'How long it lasts',
  lifetimeShort: { 60: '1 min', 600: '10 min', 3600: '60 min', 86400: '24 h' },
  lifetimeOwn: 'Other…',
  ownLabel: 'How long',
  unitLabel: 'Unit',
  units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours' },
  lifetimeError: `Choose a time from ${formatDuration(LIFETIME.min)} to ${formatDuration(LIFETIME.max)}.`,
  sliding: 'Talking keeps it alive',
  slidingHint: 'Every message lights the fuse again.',
  passwordHint:
    'Optional. Without it the link opens nothing. Give it to the others separately from the link.',
  passwordError: `Use ${PASSWORD.min} to ${PASSWORD.max} characters, or leave this empty.`,
}
