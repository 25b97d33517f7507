import type { Notice } from './common.ts'

/** The texts of a room in a frame of another site, in English. */
export const embedTexts = {
  page: 'private-chat',
  /** What the lock says besides. */
  caution:
    'The site around this frame knows the link that it opened here, with its key, and can use it like anyone who has it.',
  way: 'Open private-chat in a tab',
  /** Why nothing but this stands in the frame any more, by the query of its address. */
  over: {
    destroyed: { title: 'The room is gone', text: 'Everything said in it is deleted.' },
    ended: {
      title: 'The room has closed',
      text: 'Nobody can write in it any more. What was said is kept for its facilitator for a while and then deleted.',
    },
    removed: { title: 'You were removed from this room', text: 'A host removed you, or did not let you in.' },
    'turned-away': { title: 'You were not let in', text: 'A host of this room turned you away.' },
    left: {
      title: 'You left the room',
      text: 'Your seat is free again. To come back, load the page around this frame again.',
    },
    missing: {
      title: 'This room is not there',
      text: 'The address in this frame is no room’s, or not a whole one.',
    },
  } satisfies Record<string, Notice>,
}
