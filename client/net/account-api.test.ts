import { expect, test } from 'vitest'
import { makeAccountApi, transcriptAddress } from './account-api.ts'

test('each call goes where the contract says', async () => {
  const asked: string[] = []
  const api = makeAccountApi({
    base: 'http://room.example/',
    async fetch(input, init) {
      const { pathname, search } = new URL(String(input))
      asked.push(`${init?.method} ${pathname}${search} ${init?.body ?? ''}`.trim())
      return Response.json({ done: asked.length })
    },
  })
  const login = { email: 'ada@example.com', password: 'correct horse' }
  const calls = [
    api.signUp(login),
    api.signIn(login),
    api.recoverAccount({ email: login.email, code: 'c', newPassword: 'battery staple' }),
    api.fetchAccount(),
    api.signOut(),
    api.changePassword({ password: 'old', newPassword: 'battery staple' }),
    api.deleteAccount('old'),
    api.renewRecoveryCodes('old'),
    api.fetchSessions(),
    api.endSession('s/1'),
    api.endOtherSessions(),
    api.fetchRooms(),
    api.fetchOwnRoom('r'),
    api.scheduleRoom({ title: 'Talk', closesAt: 1 }),
    api.changeRoom('r', { locked: true }),
    api.closeRoom('r'),
    api.deleteRoom('r'),
    api.fetchTranscript('r'),
  ]
  for (const { ok } of await Promise.all(calls)) expect(ok).toBe(true)
  expect(asked).toEqual([
    'POST /api/accounts {"email":"ada@example.com","password":"correct horse"}',
    'POST /api/session {"email":"ada@example.com","password":"correct horse"}',
    'POST /api/account/recovery {"email":"ada@example.com","code":"c","newPassword":"battery staple"}',
    'GET /api/session',
    'DELETE /api/session',
    'PATCH /api/account {"password":"old","newPassword":"battery staple"}',
    'DELETE /api/account {"password":"old"}',
    'POST /api/account/recovery-codes {"password":"old"}',
    'GET /api/account/sessions',
    'DELETE /api/account/sessions/s%2F1',
    'DELETE /api/account/sessions',
    'GET /api/account/rooms',
    'GET /api/account/rooms/r',
    'POST /api/account/rooms {"title":"Talk","closesAt":1}',
    'PATCH /api/account/rooms/r {"locked":true}',
    'POST /api/account/rooms/r/close',
    'DELETE /api/account/rooms/r',
    'GET /api/account/rooms/r/transcript?format=json',
  ])
})

test('a transcript is downloaded from the address of its room and format', () => {
  expect(transcriptAddress('a b', 'csv')).toBe('/api/account/rooms/a%20b/transcript?format=csv')
})
