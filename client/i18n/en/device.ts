/** The texts of what is chosen on a device for every room, in English. */
export const deviceTexts = {
  title: 'On this device',
  text: 'Kept in this browser, for every room.',
  away: 'While you look elsewhere',
  sound: 'Play a quiet sound',
  soundHint: 'When somebody says something. A knock at the door sounds also while you look.',
  notify: 'Show a notification',
  notifyHint: 'It says that there is a message. Never what it says, or who wrote it.',
  notifyDenied: 'Your browser blocks notifications for this site. You can allow them in its settings.',
}
