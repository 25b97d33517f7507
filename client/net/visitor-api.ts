import { type HttpOptions, type Input, makeHttp } from './http.ts'

/** Milliseconds a call may take: longer than a slow phone needs, shorter than a person waits. */
export const CALL_DEADLINE = 15_000

export type VisitorApi = ReturnType<typeof makeVisitorApi>

/** The calls of somebody who has no seat. They have a file of their own, because the lobby makes no others. */
export function makeVisitorApi(options: HttpOptions = {}) {
  const call = makeHttp(options, CALL_DEADLINE)
  return {
    createRoom: (json: Input<'POST /api/rooms'>['json']) => call('POST /api/rooms', { json }),
    fetchRoom: (id: string) => call('GET /api/rooms/:id', { param: { id } }),
    joinRoom: (id: string, json: Input<'POST /api/rooms/:id/join'>['json']) =>
      call('POST /api/rooms/:id/join', { param: { id }, json }),
  }
}
