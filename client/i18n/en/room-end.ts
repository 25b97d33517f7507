/** The texts of a room whose end is near or has come, in English. */
export const roomEndTexts = {
  secondsLeft: { 60: 'One minute left.', 30: '30 seconds left.', 10: '10 seconds left.' } as Record<
    number,
    string
  >,
  lastMinute: 'Less than a minute left.',
  lastSeconds: 'Only seconds left.',
  keepAlive: 'Say something to light the fuse again.',
  ending: {
    destroyed: 'The room is gone.',
    expired: 'The fuse has burned down.',
    ended: 'The time is up.',
  } as Record<string, string>,
}
