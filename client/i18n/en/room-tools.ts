import { commonWords } from './common.ts'

const { duration } = commonWords

/** What a room asks and offers behind its buttons, in English. */
export const toolWords = {
  close: 'Close',
  no: 'Keep it',
  stay: 'Stay',
  busy: 'One moment…',
  failed: {
    'not-allowed': 'Only the host may do that.',
    'not-signed-in':
      'You are logged out. Close this, and log in again: the link stands over the box to write in.',
    'not-away': 'They are back, or were here a moment ago: their seat stays theirs.',
    'slow-down': 'That was a lot at once. Wait a moment, then try again.',
    unreachable: 'The server could not be reached. Check your connection and try again.',
    other: 'That did not work. Please try again.',
  } as Record<string, string> & { other: string },
  destroy: {
    title: 'Destroy this room?',
    text: 'Everyone is sent out at once, and every message is deleted. This can’t be undone.',
    transcript: 'What would be kept for its facilitator goes, too.',
    yes: 'Destroy',
  },
  leave: {
    title: 'Leave this room?',
    draft: 'What you wrote is not sent yet, and will be gone.',
    waiting: (count: number) =>
      count === 1
        ? 'One message is not sent yet, and will be gone.'
        : `${count.toLocaleString('en')} messages are not sent yet, and will be gone.`,
    host: 'Nobody else can destroy this room before its time: come back by the link, in this browser, to be the host again.',
    seat: 'Your seat becomes free for whoever has the link.',
    yes: 'Leave',
  },
  remove: {
    title: (alias: string) => `Remove ${alias}?`,
    text: 'They are sent out at once, and can’t come back with the same seat. What they said stays.',
    sameLink: 'The link they have lets them in again, under another name, while the door is open.',
    locked: 'The door is locked: the link they have lets them in no more.',
    lock: 'Lock the door first',
    lockHint: 'Then nobody else can come in, until you unlock it in this room’s menu.',
    yes: 'Remove',
    no: 'Let them stay',
    done: (alias: string, locked: boolean) =>
      locked ? `The door is locked, and ${alias} was removed.` : `${alias} was removed.`,
  },
  away: {
    title: 'Away, with a seat',
    list: 'People who are away',
    since: (time: string) => `away since ${time}`,
    soon: 'Free it after a minute.',
    freeOne: (alias: string) => `Free the seat of ${alias}`,
    ask: (alias: string) => `Free the seat of ${alias}?`,
    text: 'Their seat goes to whoever comes next. They are not removed: with the link they can come back while there is a seat. What they said stays.',
    yes: 'Free seat',
    no: 'Keep it for them',
    done: (alias: string) => `The seat of ${alias} is free.`,
  },
  menu: 'This room',
  ends: (when: string) => `Burns at ${when}.`,
  closes: (when: string) => `Closes at ${when}.`,
  endsSliding: (lifetime: number) => `Burns ${duration(lifetime)} after the last message.`,
  door: 'Lock the door',
  doorHint: 'Nobody else can come in. Those who are here stay.',
  shareLink: 'Link and QR code',
  rename: {
    change: 'Change name',
    done: (alias: string) => `You are ${alias} now.`,
    failed: {
      'alias-taken': 'Somebody here has that name, or spoke under it. Choose another.',
      'invalid-request': 'That looks like a role, like “You” or like the name of this site. Choose another.',
      'slow-down': 'That was a lot at once. Wait a moment, then try again.',
    } as Record<string, string>,
  },
  safety: {
    title: 'Safety words',
    text: 'Read these five words to one another, on the phone for example. The same words mean the same link: nobody is in between.',
    show: 'Show the safety words',
    busy: 'One moment…',
    failed: 'They could not be loaded. Check your connection and try again.',
  },
  privacy: 'What stays private, and what can’t',
  attention: 'While this page is hidden',
  sound: 'Play a quiet sound',
  soundHint: 'When somebody says something.',
  notify: 'Show a notification',
  notifyHint: 'It says that there is a message. Never what it says, or who wrote it.',
  notifyDenied: 'Your browser blocks notifications for this site. You can allow them in its settings.',
  guests: 'People you can remove',
  guestsTitle: 'Who is here',
  removeOne: (alias: string) => `Remove ${alias}`,
  share: {
    title: 'Invite to this room',
    two: 'The link lets one more person in.',
    some: 'Whoever has the link can come in while there is a seat.',
    full: 'Every seat is taken: the link lets somebody in once one is free.',
    free: 'In the menu you can free the seat of somebody who is away.',
    locked: 'The door is locked: nobody else can come in before it is unlocked.',
    password: 'They will need the password too.',
    code: 'QR code of the link to this room',
    scan: 'Or point the camera of a phone at this.',
    tooLong: 'The link is too long for a QR code.',
    system: 'Share…',
  },
}
