/** The texts of the document itself, which stand there before any script runs, in English. */
export const documentTexts = {
  /** What search engines and previews of links show. */
  description: 'Chat rooms that burn themselves. No account; open one, share its link, talk.',
  /** Stands there where the page's script didn't come, or is another than was built. */
  unloaded:
    'This page could not be loaded, or was changed on its way here. Check your connection, then reload it.',
  noScript:
    'private-chat needs JavaScript to open rooms and show messages. Please turn it on for this site and reload.',
}
