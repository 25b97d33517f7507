import { formatCount } from '../index.ts'

/** The texts of the search in a room, in English. */
export const findTexts = {
  title: 'Find in this room',
  query: 'Words to find',
  hint: 'In all that was said here, as far as you may read it. What you look for stays in this browser.',
  found: (count: number, progress: 'reading' | 'failing' | 'done') => {
    const messages = count > 0 ? formatCount(count, { one: 'message', other: 'messages' }) : 'Nothing'
    if (progress === 'done') return `${messages} found.`
    const state =
      progress === 'reading' ? 'Looking further up…' : 'Older messages can’t be read now; trying again.'
    return `${messages} found so far. ${state}`
  },
  list: 'Messages found',
  more: 'Show more',
}
