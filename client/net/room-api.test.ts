import { expect, test } from 'vitest'
import { makeRoomApi } from './room-api.ts'

/** An api whose server answers this, and the calls it received. */
function begin(respond: (request: Request) => Response | Promise<Response>) {
  const asked: { call: string; body: string }[] = []
  const kept: boolean[] = []
  const api = makeRoomApi({
    base: 'http://room.example/',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      kept.push(request.keepalive)
      asked.push({
        call: `${request.method} ${request.url}`,
        body: await request.text(),
      })
      return respond(request)
    },
  })
  return { api, asked, kept }
}

test('each call goes where the contract says', async () => {
  const { api, asked } = begin(() => Response.json({}))
  await api.createRoom({ capacity: 5 })
  await api.fetchRoom('r')
  await api.joinRoom('r', { alias: 'wolf' })
  await api.leaveRoom('r')
  await api.fetchTimeLeft('r')
  await api.fetchMessages('r')
  await api.fetchMessages('r', { after: 3, before: undefined, limit: 500 })
  await api.destroyRoom('r')
  await api.call('PATCH /api/rooms/:id', { param: { id: 'r' }, json: { locked: true } })
  await api.call('DELETE /api/rooms/:id/participants/:participantId', {
    param: { id: 'r', participantId: 'p' },
    query: { away: undefined },
  })
  expect(asked.map(({ call, body }) => `${call} ${body}`.trim().replace('http://room.example', ''))).toEqual([
    'POST /api/rooms {"capacity":5}',
    'GET /api/rooms/r',
    'POST /api/rooms/r/join {"alias":"wolf"}',
    'POST /api/rooms/r/leave {}',
    'GET /api/rooms/r/ttl',
    'GET /api/rooms/r/messages',
    'GET /api/rooms/r/messages?after=3&limit=500',
    'DELETE /api/rooms/r',
    'PATCH /api/rooms/r {"locked":true}',
    'DELETE /api/rooms/r/participants/p',
  ])
})

test('only the call that leaves goes on after the page is gone', async () => {
  const { api, kept } = begin(() => new Response(null, { status: 204 }))
  await api.fetchRoom('r')
  await api.leaveRoom('r')
  expect(kept).toEqual([false, true])
})
