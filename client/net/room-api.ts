import type { RoomPatch } from '../../protocol/room.ts'
import { type HttpOptions, makeHttp } from './http.ts'
import { CALL_DEADLINE, makeVisitorApi } from './visitor-api.ts'

export type RoomApi = ReturnType<typeof makeRoomApi>

/** The calls of a room: those of a visitor, and those of a participant. */
export function makeRoomApi(options: HttpOptions = {}) {
  const call = makeHttp(options, CALL_DEADLINE)
  const at = (id: string) => ({ param: { id } })

  return {
    ...makeVisitorApi(options),
    /** Who leaves has left, also where the page is on its way elsewhere. */
    leaveRoom: (id: string) => call('POST /api/rooms/:id/leave', at(id), { keepalive: true }),
    /** Only for who has a seat: how long the room lives. */
    fetchTimeLeft: (id: string) => call('GET /api/rooms/:id/ttl', at(id)),
    /** History: ascending, the newest where the query is empty. */
    fetchMessages: (id: string, query: { after?: number; before?: number; limit?: number } = {}) =>
      call('GET /api/rooms/:id/messages', { ...at(id), query }),
    /** What a socket would send, where there is none; 200 instead of 201 where the room had it already. */
    postMessage: (id: string, json: { id: string; text: string }) =>
      call('POST /api/rooms/:id/messages', { ...at(id), json }),
    postTyping: (id: string) => call('POST /api/rooms/:id/typing', at(id)),
    destroyRoom: (id: string) => call('DELETE /api/rooms/:id', at(id)),
    changeRoom: (id: string, json: RoomPatch) => call('PATCH /api/rooms/:id', { ...at(id), json }),
    changeAlias: (id: string, alias: string) =>
      call('PATCH /api/rooms/:id/participants/me', { ...at(id), json: { alias } }),
    /** Who has a seat, and since when those are away who have no connection. */
    fetchParticipants: (id: string) => call('GET /api/rooms/:id/participants', at(id)),
    removeParticipant: (id: string, participantId: string) =>
      call('DELETE /api/rooms/:id/participants/:participantId', { param: { id, participantId }, query: {} }),
    /** Frees the seat of somebody who is away, and removes nobody. */
    freeSeat: (id: string, participantId: string) =>
      call('DELETE /api/rooms/:id/participants/:participantId', {
        param: { id, participantId },
        query: { away: 'true' },
      }),
  }
}
