import type { Reply } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { Timers } from '../net/timers.ts'

/** Milliseconds that a person who leaves waits at most for the server's answer. */
export const LEAVE_TIMEOUT = 3_000

/**
 * Frees one's own seat, and waits for the answer for a while at most.
 * @param heir the id of whoever becomes host; where they have left meanwhile, the room chooses
 * @returns whether the server was reached, or may yet be
 */
export async function leaveRoom(
  { api, timers }: { api: RoomApi; timers: Timers },
  roomId: string,
  heir?: string,
): Promise<boolean> {
  const timeout = new Promise<null>((resolve) => timers.after(LEAVE_TIMEOUT, () => resolve(null)))
  const reply = await Promise.race([freeSeat(api, roomId, heir), timeout])
  return reply?.refusal?.code !== 'unreachable'
}

async function freeSeat(api: RoomApi, roomId: string, heir: string | undefined): Promise<Reply<unknown>> {
  const reply = await api.leaveRoom(roomId, heir)
  return reply.refusal?.code === 'participant-not-found' ? api.leaveRoom(roomId) : reply
}
