/** When a page loads the stylesheet that the lobby has no use for. */
const WHEN: Readonly<Record<string, 'never' | 'now' | 'later'>> = {
  'index.html': 'never',
  'documents/room.html': 'later',
  'documents/page.html': 'now',
  'privacy.html': 'now',
}

/**
 * Has a document name the stylesheet that the lobby has no use for. A room loads it beside what shows the room
 * (`client/app/load-other-styles.ts`): until then it would take the line from what asks for the seat.
 * @param name the document's file
 * @param file the stylesheet
 * @throws an error where it is not known when the page needs it
 */
export function addOtherStyles(html: string, name: string, file: string): string {
  const when = WHEN[name]
  if (!when) throw new Error(`nothing says when ${name} loads the other styles`)
  if (when === 'never') return html
  // A browser loads a sheet that is disabled once it is no more.
  const later = when === 'later' ? ' id="other-styles" disabled' : ''
  const link = `<link rel="stylesheet" crossorigin${later} href="/${file}">`
  return html.replace('</head>', () => `  ${link}\n  </head>`)
}
