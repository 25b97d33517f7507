/** What is said while somebody waits for a seat, in English. */
export const seatWaitWords = {
  waiting: 'Leave this page open: it looks again by itself, and lets you in when there is a seat.',
  looking: 'Looking for a seat…',
  full: 'Still full. This page goes on looking, and lets you in when there is a seat.',
  free: 'Somebody has left since: there is a seat for you now.',
  'room-not-found': 'The room is gone meanwhile.',
  'room-closed': 'The room has closed meanwhile.',
  again: 'Try again',
  enter: 'Go in',
}
