import { afterEach, expect, test, vi } from 'vitest'
import { makeCookieJar } from './cookie-jar.ts'
import { openSocket } from './open-socket.ts'

afterEach(() => vi.unstubAllGlobals())

/** Stands in for the platform's socket, and notes what it is made with. */
function stubSocket(): unknown[][] {
  const made: unknown[][] = []
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor(...given: unknown[]) {
        made.push(given)
      }
    },
  )
  return made
}

test('a socket brings the tokens of the seat along; where a browser keeps them, it is an ordinary one', () => {
  const made = stubSocket()
  openSocket('ws://chat.example/a', makeCookieJar({ 'x-auth-token': 't', session: 's' }))
  openSocket('ws://chat.example/b', makeCookieJar())
  expect(made).toEqual([
    ['ws://chat.example/a', { headers: { cookie: 'x-auth-token=t; session=s' } }],
    ['ws://chat.example/b'],
  ])
})

test('a jar keeps what the server sets, sends it back, and follows no redirect with it', async () => {
  const sent: { cookie: string | null; redirect: unknown }[] = []
  vi.stubGlobal('fetch', async (_: unknown, init: RequestInit) => {
    sent.push({ cookie: new Headers(init.headers).get('cookie'), redirect: init.redirect })
    const headers = new Headers()
    headers.append('set-cookie', 'x-auth-token=new; Path=/api; HttpOnly; Max-Age=600')
    headers.append('set-cookie', 'x-host-token=; Path=/api; Max-Age=0')
    return new Response(null, { headers })
  })
  const jar = makeCookieJar({ 'x-host-token': 'h' })
  await jar.fetch('https://chat.example/')
  await jar.fetch('https://chat.example/')
  expect(sent).toEqual([
    { cookie: 'x-host-token=h', redirect: 'manual' },
    { cookie: 'x-auth-token=new', redirect: 'manual' },
  ])
  expect(jar.toJson()).toEqual({ 'x-auth-token': 'new' })
})
