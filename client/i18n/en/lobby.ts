import { PASSWORD } from '../../../protocol/limits.ts'
import { formatCount, formatDuration } from '../index.ts'
import type { Notice } from './common.ts'

/** What the lobby says, in English. */
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
  whoTwo: 'Two people',
  whoAnyone: 'Anyone with the link',
  upTo: (count: number) => `Up to ${formatCount(count, { one: 'person', other: 'people' })}`,
  passwordWrong: `Use ${PASSWORD.min} to ${PASSWORD.max} characters, or leave this empty.`,
  promises: [
    'No account, no tracking, no other site involved.',
    'Anyone with the link can come in while there is a seat.',
    'A room you create here is encrypted in your browser, and deleted from the server at the end.',
  ],
  failed: {
    'too-many-requests': 'That was many rooms at once. Wait a minute, then create the next.',
    unreachable: 'The server could not be reached. Check your connection and try again.',
    'cookies-blocked':
      'Your browser keeps no cookies here, and a cookie tells the room which seat is yours. Allow cookies for this site in the settings beside the address, or use an ordinary window instead of a private one.',
    other: 'The room could not be created. Try again, over https or on localhost.',
  } as Record<string, string> & { other: string },
  haveLink: 'Have a link?',
  privacy: 'What stays private, and what can’t',
  facilitators: 'For facilitators',
  dismiss: 'Close this notice',
  destroyed: {
    title: 'The room is gone',
    text: 'Everything said in it is deleted. You can open a new one right here.',
  } as Notice,
  ended: {
    title: 'The room has closed',
    text: 'Nobody can write in it any more. What was said is kept for its facilitator for a while and then deleted.',
  } as Notice,
  erased: {
    title: 'Your account is deleted',
    text: 'Its rooms, and all that was said in them, are gone with it.',
  } as Notice,
  left: {
    title: 'You left the room',
    text: 'Your seat is free again. With the link you can come back while there is one.',
  } as Notice,
  errors: {
    'room-not-found': {
      title: 'That room is not there',
      text: 'It has burned down, or the link is incomplete. Ask for a new link, or open a room of your own.',
    },
    'room-full': {
      title: 'That room is full',
      text: 'Every seat is taken. Ask for a link to a larger room, or open one yourself under Options.',
    },
    'room-closed': {
      title: 'That room is closed',
      text: 'Nobody can come in any more. You can open a room of your own here.',
    },
    removed: {
      title: 'You were removed from that room',
      text: 'Its host removed you. You can open a room of your own here.',
    },
  } as Record<string, Notice>,
}
