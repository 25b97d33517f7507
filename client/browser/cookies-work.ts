/** Name of a cookie that is there for as long as it takes to look whether it is. */
const PROBE = 'private-chat-probe=1'

/**
 * Whether this browser keeps cookies for this site. A seat's token is one: without it a seat would be taken that nobody
 * can sit on. `navigator.cookieEnabled` says what is set in general, and not what holds for this site.
 * @param kind the attributes of the cookies that are meant
 */
export function cookiesWork(kind = 'SameSite=Lax'): boolean {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one takes promises, and not every browser has it.
    document.cookie = `${PROBE}; ${kind}; Max-Age=60`
    const isKept = document.cookie.includes(PROBE)
    // biome-ignore lint/suspicious/noDocumentCookie: see above.
    document.cookie = `${PROBE}; ${kind}; Max-Age=0`
    return isKept
  } catch {
    // A browser may forbid to ask.
    return false
  }
}
