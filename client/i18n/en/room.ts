import type { RefusalCode } from '../../../protocol/refusal.ts'
import { formatCount, formatList, formatNumber, pickPlural } from '../index.ts'

/** The texts of a room, in English. */
export const roomTexts = {
  page: 'A private room · private-chat',
  heading: 'A private room',
  entering: 'Entering…',
  away: 'You are offline, and out of this room.',
  unloaded: 'The room is out of reach. It is tried again by itself; check your connection, or reload.',
  timer: 'Time left',
  left: 'left',
  moved: 'The room has ten more minutes.',
  alone: 'It is just you here',
  inviteLink: 'Link to this room',
  newLink: 'New link',
  copyLink: 'Copy link',
  qrCode: 'QR code',
  menu: 'More',
  linkCopied: 'Link copied.',
  messageCopied: 'Message copied.',
  participants: 'Participants',
  here: (present: number) => `${formatNumber(present)} here`,
  more: (count: number) => `and ${formatNumber(count)} more`,
  you: 'You',
  host: 'host',
  facilitator: 'facilitator',
  locked: 'Locked: nobody else can come in.',
  leave: 'Leave',
  leaveHint: 'Leave, and free your seat',
  sureLeave: 'Leave this room?',
  destroy: 'Destroy now',
  sureDestroy: 'Destroy this room and all in it?',
  notLoaded: 'This could not be loaded. Reload: your seat is kept.',
  log: 'Messages',
  copyMessage: 'Copy message',
  older: 'Earlier messages',
  silence: 'Nothing said yet.',
  since: 'New since you left',
  beginning: 'This is where it began.',
  fresh: (count: number) => formatCount(count, { one: 'new message', other: 'new messages' }),
  newest: 'Newest messages',
  typing: (names: string[]) =>
    names.length > 2
      ? 'Several people are typing…'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'is', other: 'are' })} typing…`,
  encryption: (encrypted: boolean) => (encrypted ? 'Encrypted' : 'Not encrypted'),
  encryptionHint: (encrypted: boolean) =>
    encrypted
      ? 'Only people with the link can read what is said here. The server can’t; names, order and times come from it.'
      : 'This room was made without encryption: the server can read what is said here.',
  kept: 'The facilitator can read what is said here.',
  unreadable: 'This message can’t be opened with the keys you have.',
  blank: 'This message shows nothing.',
  plain: 'Not encrypted',
  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  bytesLeft: (left: number) =>
    left < 0 ? `${formatNumber(-left)} bytes too long` : `${formatNumber(left)} bytes left`,
  tooLong: 'This is too long. Shorten it, or send it in parts.',
  sending: 'Sending…',
  notSent: 'Not sent',
  retry: 'Retry',
  discard: 'Delete',
  unsent: 'Messages not sent yet',
  failures: {
    'slow-down': 'That was a lot at once. Wait, then retry.',
    'message-too-long': 'It is too long. Send it in parts.',
  } as Partial<Record<RefusalCode, string>>,
  offline: 'You are offline.',
  loggedOut: 'You are logged out, and a participant here like any other. What you wrote is kept.',
  failed: 'That did not work. Check your connection and try again.',
}
