import { describe, expect, test } from 'vitest'
import { QUERY_FORM_ROUTES, rewriteQueryForm } from './query-form.ts'

interface Case {
  call: string
  is: string | null
}
const CASES: Case[] = [
  { call: 'POST /api/rooms/create', is: '/api/rooms' },
  { call: 'POST /api/room/create', is: '/api/rooms' },
  { call: 'GET /api/rooms/ttl?roomId=r', is: '/api/rooms/r/ttl' },
  { call: 'GET /api/room/ttl?roomId=r', is: '/api/rooms/r/ttl' },
  { call: 'HEAD /api/room/ttl?roomId=r', is: '/api/rooms/r/ttl' },
  { call: 'DELETE /api/rooms?roomId=r', is: '/api/rooms/r' },
  { call: 'DELETE /api/room?roomId=r', is: '/api/rooms/r' },
  { call: 'GET /api/messages?roomId=r', is: '/api/rooms/r/messages' },
  { call: 'GET /api/messages?after=7&roomId=r&limit=3', is: '/api/rooms/r/messages?after=7&limit=3' },
  { call: 'POST /api/messages?roomId=r', is: '/api/rooms/r/messages' },
  { call: 'GET /api/realtime?roomId=r&after=7', is: '/api/rooms/r/realtime?after=7' },
  { call: 'GET /api/messages?roomId=a%2Fb', is: '/api/rooms/a%2Fb/messages' },
  { call: 'GET /api/messages?roomId=..', is: '/api/rooms/-/messages' },
  { call: 'DELETE /api/rooms?roomId=.', is: '/api/rooms/-' },
  { call: 'GET /api/messages', is: 'missing-room' },
  { call: 'GET /api/messages?roomId=', is: 'missing-room' },
  { call: 'DELETE /api/rooms', is: 'missing-room' },
  { call: 'GET /api/realtime?after=7', is: 'missing-room' },
  { call: 'GET /api/rooms/ttl', is: 'missing-room' },
  { call: 'GET /api/rooms/create', is: null },
  { call: 'POST /api/rooms', is: null },
  { call: 'POST /api/room', is: null },
  { call: 'GET /api/rooms/r', is: null },
  { call: 'GET /api/room/r', is: null },
  { call: 'GET /api/rooms/r/ttl', is: null },
  { call: 'POST /api/realtime?roomId=r', is: null },
  { call: 'GET /api/roommates?roomId=r', is: null },
  { call: 'GET /api/messages/?roomId=r', is: null },
]

describe('a call in query form', () => {
  test.for(CASES)('$call is $is', ({ call, is }) => {
    const [method = '', path = ''] = call.split(' ')
    const url = rewriteQueryForm(method, new URL(path, 'https://chat.test'))
    expect(url instanceof URL ? url.pathname + url.search : url).toBe(is)
    if (url instanceof URL) expect(url.origin).toBe('https://chat.test')
  })

  test('is listed, for the 405 of its address', () => {
    const list = QUERY_FORM_ROUTES.map(({ method, path }) => `${method} ${path}`).sort()
    expect(list).toEqual([
      'DELETE /api/room',
      'DELETE /api/rooms',
      'GET /api/messages',
      'GET /api/realtime',
      'GET /api/room/ttl',
      'GET /api/rooms/ttl',
      'POST /api/messages',
      'POST /api/room/create',
      'POST /api/rooms/create',
    ])
  })
})
