import type { RefusalCode } from '../../../protocol/refusal.ts'
import type { Notice } from './common.ts'

/** The texts for a person whom a room refuses, in English. */
export const entryRefusedTexts = {
  again: 'Try again',
  back: 'Come back in',
  lobby: 'Open a room of your own',
  refused: {
    'seat-lost': {
      title: 'Your seat is free again',
      text: 'You were away for a while, left in another tab, or were logged out. If there is a seat you can come back in: what you were writing is kept.',
    },
    unreachable: {
      title: 'The room is out of reach',
      text: 'Your device could not reach the server. Check the connection, then try again.',
    },
    'room-locked': {
      title: 'This room is locked',
      text: 'Nobody else can come in right now. Ask the host to unlock it, then try again.',
    },
    'room-not-found': {
      title: 'This room is not there',
      text: 'It has burned down, or the link is incomplete. Ask for a new link.',
    },
    'room-closed': { title: 'This room is closed', text: 'Nobody can come in any more.' },
    'room-not-open': {
      title: 'This room is not open yet',
      text: 'You are early. Try again when it opens.',
    },
    removed: {
      title: 'You were removed',
      text: 'A host of this room removed you, or did not let you in.',
    },
    'link-closed': {
      title: 'This link is no longer valid',
      text: 'Ask for a new one.',
    },
    'wrong-link': {
      title: 'This link is incomplete',
      text: 'A part of it is missing. Ask for the whole link and open that one.',
    },
    'too-many-requests': {
      title: 'One moment',
      text: 'Too many requests came from your network. Wait a minute, then try again.',
    },
    'slow-down': { title: 'One moment', text: 'That was a lot at once. Wait a moment, then try again.' },
    busy: { title: 'The room is very busy', text: 'Wait a moment, then try again.' },
    'wrong-origin': {
      title: 'The server does not know this address',
      text: 'It takes it for another site. If it is behind a proxy, whoever runs it has to set PUBLIC_ORIGIN.',
    },
    'cookies-blocked': {
      title: 'Your browser keeps no cookies here',
      text: 'A cookie tells the room which seat is yours, and you have taken none yet. Allow cookies for this site in the settings beside the address, then try again. Where a private window allows none, open the link in an ordinary one.',
    },
    'no-key': {
      title: 'You were let in without a key',
      text: 'None came with it that opens this room. Ask for a new link, or come to the door again.',
    },
  } as Partial<Record<RefusalCode | 'unreachable' | 'cookies-blocked' | 'no-key' | 'seat-lost', Notice>>,
  full: {
    title: 'This room is full',
    text: 'Every seat is taken. If somebody leaves, there is one for you.',
  } as Notice,
  embedBlocked: {
    title: 'Your browser keeps no cookies in this frame',
    text: 'A cookie tells the room which seat is yours, and you have taken none yet. In a tab of its own the room can keep one.',
  } as Notice,
  openTab: 'Open in a tab',
  other: {
    title: 'That did not work',
    text: 'Something went wrong on our side. Please try again.',
  } as Notice,
}
