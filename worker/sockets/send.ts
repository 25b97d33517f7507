import { CLOSE, type CloseCode } from '../../protocol/close.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { sentenceOf } from '../../protocol/refusal-sentence.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { counters } from '../counters.ts'
import type { ParsedFrame } from './parse-frame.ts'

/** Sends a frame. This is the only place that calls `send`. */
export function sendFrame(socket: WebSocket, frame: string): void {
  try {
    socket.send(frame)
  } catch {
    // The socket has just closed: `webSocketClose` follows, and the client resumes by `after`.
  }
}

/** Returns an event as it goes over the wire. */
export function serialiseEvent(event: RoomEvent): string {
  return JSON.stringify(event)
}

/** A frame that something was asked for with. */
type RefusableFrame = Extract<ParsedFrame, { kind: 'message' | 'reaction' | 'invalid' }>

/** Names what a frame asked for, so that its sender knows what was refused. */
export interface RefusedItem {
  /** The message's, where it had a readable one. */
  id?: string | undefined
  /** A reaction's message, and its code. */
  seq?: number
  reaction?: string
}

/** Returns what the refusal of a frame names. */
export function refusedItemOf(frame: { kind: string } | RefusableFrame): RefusedItem {
  if ('message' in frame) return { id: frame.message.id }
  if ('reaction' in frame) return { seq: frame.reaction.seq, reaction: frame.reaction.code }
  return 'id' in frame ? { id: frame.id } : {}
}

/** Returns the frame that refuses something, and counts the refusal. @param item what is refused */
export function refusalFrame(refusal: Refusal, item: RefusedItem = {}): string {
  const { code } = refusal
  counters.countRefusal(code)
  // An event has one sentence and no list of issues.
  const message = ('issues' in refusal && refusal.issues[0]?.message) || sentenceOf(refusal)
  const wait = 'retryAfter' in refusal ? { retryAfter: refusal.retryAfter } : {}
  const epoch = 'epoch' in refusal ? { epoch: refusal.epoch } : {}
  const incident = 'incident' in refusal ? { incident: refusal.incident } : {}
  return serialiseEvent({
    event: 'error',
    data: { code, message, ...item, ...wait, ...epoch, ...incident },
  })
}

/** Closes a socket. One that is closed already, or a code that must not be sent (1005, 1006), is no error. */
export function closeQuietly(socket: WebSocket, code: CloseCode | 1000, reason: string): void {
  try {
    socket.close(code, reason)
    // Where the other end does not answer the close, the socket is an open one again after two sleeps (2026-11). Then it is nobody's.
    socket.serializeAttachment(null)
  } catch {
    // It is closed already.
  }
}

/** Returns how a connection ended, from what the platform reports of its close: with a close frame its own side closed it. */
export function disconnectCauseOf(code: number, wasClean: boolean): 'closed' | 'cut' {
  return wasClean && code !== 1006 ? 'closed' : 'cut'
}

/**
 * Closes a socket of somebody who is no participant any more. An `error` event with the reason goes first, because the closing handshake
 * can take ten seconds (workerd, 2026-11).
 */
export function disconnectSocket(socket: WebSocket, code: 'removed' | 'not-a-participant'): void {
  sendFrame(socket, refusalFrame({ code }))
  if (code === 'removed') closeQuietly(socket, CLOSE.removed, 'removed')
  else closeQuietly(socket, CLOSE.notAParticipant, 'left')
}
