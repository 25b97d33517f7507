import type { Notice } from './common.ts'

/** Why somebody was sent to the lobby, in English. */
export const lobbyNoticeTexts = {
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
    text: 'Your seat is free again. With an open link you can come back while there is a seat.',
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
      text: 'A host removed you, or did not let you in. You can open a room of your own here.',
    },
    'turned-away': {
      title: 'You were not let in',
      text: 'A host of that room turned you away. You can open a room of your own here.',
    },
    'not-shared': {
      title: 'What you shared could not be taken',
      text: 'This app could not keep it on your device. Create a room, and paste or attach it there.',
    },
  } as Record<string, Notice>,
}
