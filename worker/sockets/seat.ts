/**
 * What a socket carries through hibernation: whose it is. Written at accept, before anything can fail, and read
 * here only. Everything else about a participant is in the room's storage.
 */
export interface Seat {
  v: 1
  participantId: string
  /** Of a facilitator's socket: the hash of the token that it was opened with. */
  token?: string
  /** On one socket of a relay: the newest message that all of the relay's sockets have. It lives as long as they do. */
  told?: number
  /** When a frame of it came, Unix milliseconds: noted now and then, so no more than that is known after sleep. */
  heardAt?: number
}

/** Writes the attachment (16,384 bytes is the platform's limit; this is about 130 at most). */
export function writeSeat(
  socket: WebSocket,
  participantId: string,
  more: Omit<Seat, 'v' | 'participantId'> = {},
): void {
  const seat: Seat = { v: 1, participantId, ...more }
  socket.serializeAttachment(seat)
}

/** Changes some of what a socket carries, and leaves the rest. */
export function changeSeat(socket: WebSocket, change: Omit<Seat, 'v' | 'participantId' | 'token'>): void {
  const seat = readSeat(socket)
  if (seat) writeSeat(socket, seat.participantId, { ...seat, ...change })
}

/** Reads the attachment; null where there is none of a version we know. */
export function readSeat(socket: WebSocket): Seat | null {
  const seat = socket.deserializeAttachment() as Partial<Seat> | null
  return seat?.v === 1 && typeof seat.participantId === 'string' ? (seat as Seat) : null
}
