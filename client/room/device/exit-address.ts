/** The page that opens where nobody chose another: a plain one that anybody may have open, and that loads everywhere fast. */
export const EXIT_ADDRESS = 'https://www.wikipedia.org/'

/** Characters of an address that are kept at most: longer than any that somebody types. */
const LENGTH_MAX = 2_000

/**
 * Reads the address of a page, as somebody types it: with or without `https://`.
 * @param ownHost the host of this page: an address here may be a room's, with its key, which a device must not keep
 * @returns the whole address; null where it is none of an https page elsewhere, or has a user or password in it
 */
export function parseExitAddress(typed: string, ownHost = location.host): string | null {
  const text = typed.trim()
  try {
    const { protocol, host, hostname, username, password, href } = new URL(
      text.includes('://') ? text : `https://${text}`,
    )
    const isPlain = username === '' && password === '' && /[^.]\.[^.]/.test(hostname)
    return protocol === 'https:' && host !== ownHost && isPlain && href.length <= LENGTH_MAX ? href : null
  } catch {
    return null
  }
}
