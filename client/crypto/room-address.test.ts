import { describe, expect, test } from 'vitest'
import { isRoomPath } from '../app/room-path.ts'
import { readRoomAddress } from './room-address.ts'

const ID = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
const WHOLE = `/room/${ID}#${KEY}`

describe('the address of a room’s page', () => {
  test.for([
    `/room/${ID}#${KEY}`,
    `/room/${ID}/#${KEY}`,
    `/room/${ID}##${KEY}`,
    `/room/${ID}#!${KEY}`,
    `/room/${ID}#/${KEY}`,
    `/room/${ID}#%23${KEY}`,
    `/room/${ID}#${KEY}.`,
    `/room/${ID}#${KEY}%22`,
    `/room/${ID}#${KEY})`,
    `/room/${ID}#${KEY}%`,
  ])('is put right where it is %s', (address) => {
    const [path = '', ...behind] = address.split(/(?=#)/)
    expect(readRoomAddress(path, behind.join(''))).toEqual({
      roomId: ID,
      linkKey: KEY,
      path: WHOLE,
      isKeyShown: false,
    })
  })

  test('keeps what stands before it in a frame of another site', () => {
    for (const path of [`/embed/room/${ID}`, `/embed/room/${ID}/`, `/embed/room/${ID}%23`])
      expect(readRoomAddress(path, `#${KEY}`)).toMatchObject({ roomId: ID, path: `/embed/room/${ID}#${KEY}` })
  })

  test.for(['%23', '%2523', '%252523', '/%23', '%23%23', '%23!'])(
    'is known to have shown its key where its # is "%s"',
    (sign) => {
      const address = readRoomAddress(`/room/${ID}${sign}${KEY}`, '')
      expect(address).toEqual({ roomId: ID, linkKey: KEY, path: WHOLE, isKeyShown: true })
    },
  )

  test.for([
    { path: `/room/${ID}`, hash: '' },
    { path: `/room/${ID}`, hash: '#' },
    { path: `/room/${ID}/`, hash: `#${KEY.slice(1)}` },
    { path: `/room/${ID}`, hash: `#${KEY}A` },
    { path: `/room/${ID}%23${KEY.slice(1)}`, hash: '' },
    { path: `/room/${ID}%23`, hash: '' },
  ])('has no whole key at $path$hash', ({ path, hash }) => {
    expect(readRoomAddress(path, hash)).toEqual({
      roomId: ID,
      linkKey: null,
      path: `/room/${ID}${hash}`,
      isKeyShown: false,
    })
  })

  test.for([`/room/${ID}`, `/room/${ID}/`, `/room/${ID}%23${KEY}`, `/room/${ID}/%2523`, `/room/${ID}%23%`])(
    'is known by its path %s',
    (path) => {
      expect(isRoomPath(path)).toBe(true)
      expect(readRoomAddress(path, '').roomId).toBe(ID)
    },
  )

  test.for(['/', '/rooms', '/room/short', `/room/${ID}x`, `/room/${ID}/x`, `/room/${ID}%`, `/x/room/${ID}`])(
    'is not %s',
    (path) => {
      expect(isRoomPath(path)).toBe(false)
    },
  )
})
