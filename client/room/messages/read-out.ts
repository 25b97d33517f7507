/** Milliseconds a sentence stays: until a screen reader has taken it up. */
const STAYS = 6_000

/** Milliseconds after which a screen reader knows of an element that is to be read out. */
const KNOWN_AFTER = 150

interface Region {
  host: HTMLElement
  lines: HTMLElement
}

let region: Region | null = null

/**
 * Makes the element that is read out: a line that is added to it is news. It lies in a closed shadow tree, so that what
 * was said stands on the page once, for the search of the browser, its translator, and whoever copies.
 */
function makeRegion(): Region {
  const host = document.createElement('div')
  host.className = 'visually-hidden'
  const lines = document.createElement('div')
  lines.setAttribute('aria-live', 'polite')
  lines.setAttribute('aria-relevant', 'additions')
  host.attachShadow({ mode: 'closed' }).append(lines)
  document.body.append(host)
  return { host, lines }
}

/** Has a screen reader read a sentence once it is done with those before. */
export function readOut(sentence: string): void {
  const isNew = region === null
  region ??= makeRegion()
  const { lines } = region
  const line = document.createElement('p')
  line.textContent = sentence
  setTimeout(() => lines.append(line), isNew ? KNOWN_AFTER : 0)
  setTimeout(() => line.remove(), STAYS)
}

/** Takes away all that is still to be read out: the room is over. */
export function silence(): void {
  region?.host.remove()
  region = null
}
