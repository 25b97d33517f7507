import { expect, test } from 'vitest'
import { logInAddress, returnAddress } from './auth-redirect.ts'

const ROOM = '/room/V1StGXR8_Z5jdHi6B-myT'
const KEY = '#AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

test('whoever logs in comes back to the page that asked for it, a room with its key, and to no other site', () => {
  const back = (place: { pathname: string; hash?: string }) => {
    const { search, hash } = new URL(logInAddress({ hash: '', ...place }), 'https://chat.example')
    return returnAddress({ search, hash })
  }
  expect(back({ pathname: '/account/' })).toBe('/account')
  expect(back({ pathname: ROOM, hash: KEY })).toBe(ROOM + KEY)
  expect(back({ pathname: `${ROOM}/`, hash: '' })).toBe(ROOM)
  for (const to of ['https://evil.example', '//evil.example', `${ROOM}/x`, '/api/session', '']) {
    expect(returnAddress({ search: `?to=${encodeURIComponent(to)}`, hash: KEY })).toBe('/rooms')
  }
})
