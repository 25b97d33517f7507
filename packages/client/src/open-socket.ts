import type { Socket } from '../../../client/net/socket.ts'
import type { CookieJar } from './cookie-jar.ts'

/**
 * Opens a WebSocket with the tokens of a seat. Node, Deno and Bun take headers where a browser takes a subprotocol; a browser has
 * the tokens itself, and the jar is empty there.
 */
export function openSocket(url: string, jar: CookieJar): Socket {
  const cookie = jar.header()
  const init: object = { headers: { cookie } }
  return (cookie === '' ? new WebSocket(url) : new WebSocket(url, init as string[])) as Socket
}
