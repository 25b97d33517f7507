/** What systems show of the installed app, in English: before it is installed, and on its icon. */
export const appManifestTexts = {
  description: 'Chat rooms that burn themselves.',
  newRoom: 'New room',
  screenshot: 'A room: what was said, and the time that is left',
}
