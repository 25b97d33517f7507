/** What is used of a script that the bundler has built. */
export interface BuiltScript {
  name: string
  fileName: string
  imports: string[]
}

/**
 * What a page loads beside the first script, by the names of the files that its parts are built into (`choose-script.ts`). What
 * shows a room is not there: it would take the line from what asks for the seat, whose answer takes longer than it does.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'index.html': ['open-lobby'],
  'documents/room.html': ['open-room'],
  'documents/page.html': ['other-routes'],
  'privacy.html': ['other-routes', 'privacy-page'],
}

/**
 * Has a document name all scripts that its page needs first, so that they are loaded side by side, and not one after the other
 * as each is found in the one before.
 * @param name the document's file
 * @param scripts all that were built
 * @throws an error where it is not known which the page needs, or one of them was not built
 */
export function addPreloads(html: string, name: string, scripts: readonly BuiltScript[]): string {
  const parts = PARTS[name]
  if (!parts) throw new Error(`nothing says what ${name} loads first`)
  const fileOf = (part: string) => {
    const script = scripts.find(({ name }) => name === part)
    if (!script) throw new Error(`no script is named ${part}`)
    return script.fileName
  }
  const needed = new Set(parts.map(fileOf))
  for (const file of needed)
    for (const one of scripts.find(({ fileName }) => fileName === file)?.imports ?? []) needed.add(one)
  // It has a tag of its own.
  for (const file of needed) if (html.includes(` src="/${file}"`)) needed.delete(file)
  // The lobby's words wait for its style alone: on a slow line the scripts leave it the way.
  const priority = name === 'index.html' ? ' fetchpriority="low"' : ''
  const links = Array.from(
    needed,
    (file) => `  <link rel="modulepreload" crossorigin${priority} href="/${file}">\n  `,
  )
  return html.replace('</head>', () => `${links.join('')}</head>`)
}
