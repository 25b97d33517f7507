import { ARRIVED_AFTER_MS } from '../../../protocol/limits.ts'

/** Somebody with a seat, as the rule of the start sees them. */
export interface Arrival {
  /** Numbers the seats in the order of joining. */
  seatNumber: number
  /** When the connection opened, Unix milliseconds; null where there is none. */
  connectedSince: number | null
}

/**
 * Returns from when on the life of a room has begun that waits for a second participant, Unix milliseconds: once
 * somebody has been connected for ten seconds besides whoever sat first.
 * @param firstSeat the oldest seat of those that are taken; null where there is none
 * @param present everybody who is connected
 * @returns null while nobody but whoever sat first is connected
 */
export function startTime(firstSeat: number | null, present: Iterable<Arrival>): number | null {
  let earliest: number | null = null
  for (const { seatNumber, connectedSince } of present)
    if (seatNumber !== firstSeat && connectedSince !== null)
      earliest = Math.min(earliest ?? connectedSince, connectedSince)
  return earliest === null ? null : earliest + ARRIVED_AFTER_MS
}

/** Whether the life of a room begins that waits, because somebody came and stayed. */
export function hasStarted(firstSeat: number | null, present: Iterable<Arrival>, now: number): boolean {
  const at = startTime(firstSeat, present)
  return at !== null && now >= at
}

/** Whether the life of a room begins that waits, because somebody speaks: not whoever sat first, who may write ahead. */
export function startsBySpeaking(firstSeat: number | null, speaker: Pick<Arrival, 'seatNumber'>): boolean {
  return speaker.seatNumber !== firstSeat
}
