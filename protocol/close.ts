/** Why a room closes a socket. WebSocket leaves 4000 to 4999 to the application. */
export const CLOSE = {
  /** No participant, or not any more: left, or somebody else has the seat now. */
  notAParticipant: 4401,
  /** The host or the facilitator removed this participant. */
  removed: 4403,
  /** Too slow to keep up: come back and resume. */
  tooSlow: 4408,
  /** The room is gone. */
  gone: 4410,
  /** A frame over the limit. */
  frameTooLarge: 4413,
  /** Flooding: come back later. */
  flooding: 4429,
} as const

/**
 * The reason that goes with 4429 where another connection of the same participant took this one's place: who comes back
 * by itself only takes the place of the next. It waits until it is of use to somebody.
 */
export const REPLACED = 'replaced'

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** With this code a client closes the socket of somebody who stops waiting at the door. After any other they may come back to their place. */
export const STOPS_WAITING = 4000

const FINAL: ReadonlySet<number> = new Set([
  CLOSE.notAParticipant,
  CLOSE.removed,
  CLOSE.gone,
  CLOSE.frameTooLarge,
])

/** Whether a client should stay away after being closed with `code`. Anything else: come back and resume. */
export function isFinal(code: number): boolean {
  return FINAL.has(code)
}
