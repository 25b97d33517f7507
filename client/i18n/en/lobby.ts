import { formatCount, formatDuration } from '../index.ts'

/** What was chosen of a room besides who comes and how long it lasts. */
interface ChosenRules {
  sliding: boolean
  hasPassword: boolean
  knock: boolean
}

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
  /** What was chosen under the options, in a line. */
  summary: (who: string, seconds: number, { sliding, hasPassword, knock }: ChosenRules) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' after the last word' : ''}${hasPassword ? ', with a password' : ''}${knock ? ', they knock' : ''}`,
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
