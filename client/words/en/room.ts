import type { RefusalCode } from '../../../protocol/refusal.ts'
import { commonWords } from './common.ts'

const { duration } = commonWords

/** What a room says, in English. */
export const roomWords = {
  page: 'A private room · private-chat',
  heading: 'A private room',
  entering: 'Entering the room…',
  unloaded: 'The room is out of reach. Check your connection, then reload this page.',
  timer: 'Time left',
  left: 'left',
  moreTime: '+10 minutes',
  moved: 'The room has ten minutes more.',
  marks: { 60: 'One minute left.', 30: '30 seconds left.', 10: '10 seconds left.' } as Record<number, string>,
  alone: 'You are the first one here',
  aloneText: (capacity: number | null) =>
    capacity === 2
      ? 'Send this link to the person you want to talk to. It lets one more person in.'
      : 'Send this link to the people you want to talk to.',
  alonePassword: 'They will need the password too.',
  link: 'Link to this room',
  copyLink: 'Copy link',
  qrCode: 'QR code',
  menu: 'More',
  copied: 'Copied',
  linkCopied: 'Link copied.',
  messageCopied: 'Message copied.',
  notCopied: 'Your browser did not allow copying. Select the text and copy it by hand.',
  participants: 'Participants',
  here: (present: number) => `${present.toLocaleString('en')} here`,
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
  you: 'You',
  host: 'host',
  facilitator: 'facilitator',
  locked: 'Locked: nobody else can come in.',
  fixed: 'The room burns when the time is up.',
  sliding: (lifetime: number) => `The room burns ${duration(lifetime)} after the last message.`,
  leave: 'Leave',
  leaveHint: 'Leave, and give up your seat',
  sureLeave: 'Leave, and lose what you wrote?',
  destroy: 'Destroy now',
  sureDestroy: 'Destroy this room, and every message in it?',
  notLoaded: 'This could not be loaded. Check your connection, or reload the page: your seat is kept.',
  log: 'Messages',
  copyMessage: 'Copy message',
  older: 'Loading earlier messages…',
  silence: 'Nothing said yet.',
  since: 'New since you left',
  beginning: 'This is where it began.',
  fresh: (count: number) => (count === 1 ? '1 new message' : `${count.toLocaleString('en')} new messages`),
  typing: (names: string[]) =>
    names.length === 1
      ? `${names[0]} is typing…`
      : names.length === 2
        ? `${names[0]} and ${names[1]} are typing…`
        : 'Several people are typing…',
  seal: (sealed: boolean) => (sealed ? 'Encrypted' : 'Not encrypted'),
  sealHint: (sealed: boolean) =>
    sealed
      ? 'Only those with the link can read what is said here. The server can’t.'
      : 'This room was made without encryption: the server can read what is said here.',
  unreadable: 'This message can’t be opened with the key in your link.',
  plain: 'Not encrypted',
  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  bytesLeft: (left: number) =>
    left < 0 ? `${(-left).toLocaleString('en')} bytes too long` : `${left.toLocaleString('en')} bytes left`,
  tooLong: 'This is too long to send. Shorten it, or send it in parts.',
  sending: 'Sending…',
  notSent: 'Not sent',
  retry: 'Retry',
  discard: 'Delete',
  unsent: 'Messages not sent yet',
  failures: {
    'slow-down': 'That was a lot at once. Wait a moment, then retry.',
    'message-too-long': 'It is too long. Send it in parts.',
    'room-closed': 'The room takes no more messages.',
    'plaintext-refused': 'This room takes encrypted messages only.',
  } as Partial<Record<RefusalCode, string>>,
  reconnecting: (waiting: number) =>
    waiting === 0
      ? 'Reconnecting…'
      : `Reconnecting… ${waiting === 1 ? '1 message is' : `${waiting.toLocaleString('en')} messages are`} waiting.`,
  offline: (waiting: number) =>
    waiting === 0
      ? 'You are offline.'
      : `You are offline. ${waiting === 1 ? '1 message is' : `${waiting.toLocaleString('en')} messages are`} waiting.`,
  failed: 'That did not work. Check your connection and try again.',
}
