import { formatCount, formatDuration } from '../index.ts'

/** The texts of the lobby, in English. */
export const lobbyTexts = {
  page: 'private-chat · rooms that burn themselves',
  headline: 'Words that don’t stay',
  lead: 'Open a room, share its link, talk. When the fuse has burned down, the room is gone, and every word in it.',
  nameHint: 'What the others see. Kept on this device only.',
  anotherName: 'Another name',
  create: 'Create room',
  creating: 'Creating your room…',
  notIn: 'Your room is ready, but you are not in it yet: it could not be reached.',
  options: 'Options',
  summary: (who: string, seconds: number, sliding: boolean, password: boolean) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' after the last word' : ''}${password ? ', with a password' : ''}`,
  /** Stands behind the summary of a room whose door is closed. */
  knocks: ', they knock',
  whoTwo: 'Two people',
  whoAnyone: 'Anyone with the link',
  upTo: (count: number) => `Up to ${formatCount(count, { one: 'person', other: 'people' })}`,
  promises: [
    'No account, no tracking, no other site involved.',
    'Anyone with the link can come in while there is a seat, until you replace or close the link.',
    'A room you create here is encrypted in your browser, names included, and deleted from the server at the end.',
  ],
  unreachable: 'The server could not be reached. Check your connection and try again.',
  haveLink: 'Have a link?',
  privacy: 'What stays private, and what can’t',
  facilitators: 'For facilitators',
}
