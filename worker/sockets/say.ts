import type { CloseCode } from '../../protocol/close.ts'
import type { Down } from '../../protocol/down.ts'
import { type Refusal, SENTENCE } from '../../protocol/refusal.ts'

/**
 * Says one event to each of `sockets`, serialised once. The only caller of `send`.
 * @returns the characters of the frame, about its bytes
 */
export function say(sockets: Iterable<WebSocket>, event: Down): number {
  const frame = JSON.stringify(event)
  for (const socket of sockets) {
    try {
      socket.send(frame)
    } catch {
      // It closed in this very moment: `webSocketClose` follows, and the client resumes by `after`.
    }
  }
  return frame.length
}

/** Says no to one socket; `id` is the refused message's, where it had one. Gives the characters of the frame. */
export function sayNo(socket: WebSocket, refusal: Refusal, id?: string): number {
  const { code } = refusal
  const wait = 'retryAfter' in refusal ? { retryAfter: refusal.retryAfter } : {}
  return say([socket], {
    event: 'error',
    data: { code, message: SENTENCE[code], ...(id === undefined ? {} : { id }), ...wait },
  })
}

/** Closes quietly: a socket that is closed already, or that came with a code that must not be sent (1005, 1006), is no error. */
export function close(socket: WebSocket, code: CloseCode | 1000, reason: string): void {
  try {
    socket.close(code, reason)
    // A socket whose other end doesn't answer the close wakes as an open one after two sleeps (2026-11): nobody's, then.
    socket.serializeAttachment(null)
  } catch {
    // Nothing is left to close.
  }
}
