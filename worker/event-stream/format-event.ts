import type { RoomEvent } from '../../protocol/room-events.ts'

/** How far a client is that has read a stream up to some place. */
export interface StreamCursor {
  /** What it resumes by: the newest `seq` it was given; undefined where it was given none yet. */
  id: number | undefined
  /** What is acknowledged for it: the newest `seq` that it knows of. */
  seq: number
}

/** Moves a cursor past the events of one frame. @param frame JSON, as the room serialised it */
export function advanceCursor(cursor: StreamCursor, frame: string): StreamCursor {
  const parsed: RoomEvent | RoomEvent[] = JSON.parse(frame)
  let { id, seq } = cursor
  for (const { event, data } of Array.isArray(parsed) ? parsed : [parsed]) {
    if (event === 'room.welcome') {
      // A welcome may hold a part of what was missed: who comes back after it alone is given the rest.
      id = data.messages.at(-1)?.seq ?? id ?? data.lastSeq
      seq = Math.max(seq, data.lastSeq)
    } else if (event === 'chat.message') {
      id = Math.max(id ?? 0, data.seq)
      seq = Math.max(seq, data.seq)
    }
  }
  return { id, seq }
}

/** A frame as one server-sent event. JSON of one line has no line breaks, so that one `data:` holds all of it. */
export function formatFrame(frame: string, id: number | undefined): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${frame}\n\n`
}

/** The last event of a stream: with which code the room closed the connection, and why. */
export function formatClose(code: number, reason: string): string {
  return `event: close\ndata: ${JSON.stringify(reason === '' ? { code } : { code, reason })}\n\n`
}

/** The line that tells an `EventSource` after how many milliseconds to come back. It goes before the first event. */
export function formatRetry(ms: number): string {
  return `retry: ${Math.round(ms)}\n`
}

/** What keeps proxies from taking a silent stream for a dead one. No client sees it. */
export const KEEP_ALIVE = ': still here\n\n'
