import type { RoomState } from './room-state.ts'

/** Milliseconds between two events that say that this participant is typing. */
export const TYPING_INTERVAL = 2_000

/** Milliseconds after an event in which its sender counts as typing: the next event may be lost. */
export const TYPING_SHOWN_FOR = 2 * TYPING_INTERVAL

/** Shows that somebody types. @param now milliseconds of a clock that only rises */
export function startTyping(latest: RoomState, participantId: string, now: number): void {
  latest.typing = { ...latest.typing, [participantId]: now + TYPING_SHOWN_FOR }
}

/** Shows no longer that somebody types, as once they have said it. */
export function stopTyping(latest: RoomState, participantId: string): void {
  if (!(participantId in latest.typing)) return
  const { [participantId]: _, ...others } = latest.typing
  latest.typing = others
}

/**
 * Removes those who have not typed for a while.
 * @param now milliseconds of a clock that only rises
 */
export function expireTyping(latest: RoomState, now: number): void {
  const typing = Object.entries(latest.typing).filter(([, until]) => until > now)
  if (typing.length < Object.keys(latest.typing).length) latest.typing = Object.fromEntries(typing)
}
