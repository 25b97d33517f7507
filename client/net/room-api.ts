import { type HttpOptions, makeHttp } from './http.ts'
import { CALL_DEADLINE, makeVisitorApi } from './visitor-api.ts'

export type RoomApi = ReturnType<typeof makeRoomApi>

/** The calls of a room: those of a visitor, and those of a participant. */
export function makeRoomApi(options: HttpOptions = {}) {
  const call = makeHttp(options, CALL_DEADLINE)
  const at = (id: string) => ({ param: { id } })

  return {
    /** Any call, for what few pages ask for. */
    call,
    ...makeVisitorApi(options),
    /** Who leaves has left, also where the page is on its way elsewhere. @param host the id of who becomes host instead */
    leaveRoom: (id: string, host?: string) =>
      call('POST /api/rooms/:id/leave', { ...at(id), json: { host } }, { keepalive: true }),
    /** Only for who has a seat: how long the room lives. */
    fetchTimeLeft: (id: string) => call('GET /api/rooms/:id/ttl', at(id)),
    /** History: ascending, the newest where the query is empty. */
    fetchMessages: (
      id: string,
      query: { after?: number; before?: number; limit?: number; changedSince?: number } = {},
    ) => call('GET /api/rooms/:id/messages', { ...at(id), query }),
    destroyRoom: (id: string) => call('DELETE /api/rooms/:id', at(id)),
  }
}
