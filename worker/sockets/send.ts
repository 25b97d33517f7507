import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { SENTENCE } from '../../protocol/refusal-sentence.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'

/** Sends a frame. The only caller of `send`. */
export function sendFrame(socket: WebSocket, frame: string): void {
  try {
    socket.send(frame)
  } catch {
    // It closed in this very moment: `webSocketClose` follows, and the client resumes by `after`.
  }
}

/** An event of the wire as it is sent. */
export function serialiseEvent(event: RoomEvent): string {
  return JSON.stringify(event)
}

/** The frame that says no; `id` is the refused message's, where it had one. */
export function refusalFrame(refusal: Refusal, id?: string): string {
  const { code } = refusal
  // An event has one sentence and no list of issues.
  const message = ('issues' in refusal && refusal.issues[0]?.message) || SENTENCE[code]
  const wait = 'retryAfter' in refusal ? { retryAfter: refusal.retryAfter } : {}
  return serialiseEvent({
    event: 'error',
    data: { code, message, ...(id === undefined ? {} : { id }), ...wait },
  })
}

/** Closes quietly: a socket that is closed already, or that came with a code that must not be sent (1005, 1006), is no error. */
export function closeQuietly(socket: WebSocket, code: CloseCode | 1000, reason: string): void {
  try {
    socket.close(code, reason)
    // A socket whose other end doesn't answer the close wakes as an open one after two sleeps (2026-11): nobody's, then.
    socket.serializeAttachment(null)
  } catch {
    // Nothing is left to close.
  }
}

/** How a socket went, by what the platform says of it: only a close frame comes from its own side. */
export function disconnectCauseOf(code: number, wasClean: boolean): 'closed' | 'cut' {
  return wasClean && code !== 1006 ? 'closed' : 'cut'
}

/**
 * Hangs up on someone who is no participant any more. Why is said in words first: a closing handshake can take its
 * time (ten seconds in workerd, 2026-11), and until then nobody knows.
 */
export function disconnectSocket(socket: WebSocket, code: 'removed' | 'not-a-participant'): void {
  sendFrame(socket, refusalFrame({ code }))
  if (code === 'removed') closeQuietly(socket, CLOSE.removed, 'removed')
  else closeQuietly(socket, CLOSE.notAParticipant, 'left')
}
