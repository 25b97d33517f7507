/** The cookie in which a browser keeps the language that was chosen on the page: its tag. */
export const LANGUAGE_COOKIE = 'language'

/** Seconds that the choice is kept after the last visit: a year. */
const KEPT_S = 31_536_000

/** How a page was asked for. */
interface Way {
  /** By https. */
  isSecure: boolean
  /** In a frame of another site. */
  isEmbedded: boolean
}

/**
 * Writes the cookie of a language, as `document.cookie` and `Set-Cookie` take it. The page sets it where somebody chooses, and the
 * server again with every document: Safari keeps no longer than a week what a script has set.
 */
export function formatLanguageCookie(tag: string, { isSecure, isEmbedded }: Way): string {
  // A browser sends no other cookie from a frame of another site, and this one there alone: it belongs to the site around it.
  if (isEmbedded)
    return `${LANGUAGE_COOKIE}=${tag}; Path=/embed; Max-Age=${KEPT_S}; SameSite=None; Secure; Partitioned`
  return `${LANGUAGE_COOKIE}=${tag}; Path=/; Max-Age=${KEPT_S}; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
