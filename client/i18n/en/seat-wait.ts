/** The texts for a person who waits for a seat, in English. */
export const seatWaitTexts = {
  waiting: 'Leave this page open: it looks again by itself, and lets you in when a seat is free.',
  looking: 'Looking for a seat…',
  full: 'Still full. This page goes on looking, and lets you in when a seat is free.',
  free: 'Somebody has left: there is a seat for you now.',
  'room-not-found': 'The room is gone now.',
  'room-closed': 'The room has closed now.',
  again: 'Try again',
  enter: 'Go in',
}
