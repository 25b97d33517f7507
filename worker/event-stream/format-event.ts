import type { RoomEvent } from '../../protocol/room-events.ts'

/** How far a client is that has read a stream up to a certain event. */
export interface StreamCursor {
  /** The newest `seq` that it was sent; undefined where it was sent none yet. */
  id: number | undefined
  /** The newest `rev` that it was told; 0 where nothing was changed. */
  rev: number
  /** The newest epoch that its welcome had; 0 in a room whose keys don't rotate. One that comes later brings no key with it. */
  epoch: number
  /** The newest `seq` that it knows of, which is acknowledged for it. */
  seq: number
}

/** Returns a cursor past the events of one frame. @param frame JSON, as the room sent it */
export function advanceCursor(cursor: StreamCursor, frame: string): StreamCursor {
  const parsed: RoomEvent | RoomEvent[] = JSON.parse(frame)
  let { id, rev, epoch, seq } = cursor
  for (const { event, data } of Array.isArray(parsed) ? parsed : [parsed]) {
    if (event === 'room.welcome') {
      // A welcome may contain only a part of what the client missed. A client that resumes right after it gets the rest.
      id = data.messages.at(-1)?.seq ?? id ?? data.lastSeq
      rev = data.rev ?? 0
      epoch = data.epochs?.at(-1)?.epoch ?? data.room.epoch ?? 0
      seq = Math.max(seq, data.lastSeq)
    } else if (event === 'chat.reactions' || event === 'chat.update') {
      rev = Math.max(rev, data.rev)
    } else if (event === 'chat.message') {
      id = Math.max(id ?? 0, data.seq)
      seq = Math.max(seq, data.seq)
    }
  }
  return { id, rev, epoch, seq }
}

/**
 * Returns a frame as one server-sent event. Its `id`, by which the client resumes, is how far it is once it has read it. The JSON
 * has no line breaks, so one `data:` line holds all of it.
 */
export function formatFrame(frame: string, { id, rev, epoch }: Omit<StreamCursor, 'seq'>): string {
  const changed = epoch > 0 ? `.${rev}.${epoch}` : rev > 0 ? `.${rev}` : ''
  const line = id === undefined ? '' : `id: ${id}${changed}\n`
  return `${line}data: ${frame}\n\n`
}

/** Returns the last event of a stream: the code with which the room closed the connection, and the reason. */
export function formatClose(code: number, reason: string): string {
  return `event: close\ndata: ${JSON.stringify(reason === '' ? { code } : { code, reason })}\n\n`
}

/** Returns the line with the milliseconds after which an `EventSource` reconnects. It goes before the first event. */
export function formatRetry(ms: number): string {
  return `retry: ${Math.round(ms)}\n`
}

/** A comment, so that proxies don't take a silent stream for a dead one. Clients ignore it. */
export const KEEP_ALIVE = ': still here\n\n'
