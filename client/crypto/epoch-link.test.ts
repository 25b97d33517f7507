import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64Url } from './base64url.ts'
import {
  type EpochLinkKey,
  formatEpochLink,
  formatEpochLinkKey,
  formatEpochRoomPath,
  makeEpochLinkKey,
  parseEpochLink,
} from './epoch-link.ts'
import { parseLinkKey } from './link-key.ts'
import { parseInviteLink } from './parse-invite-link.ts'
import { readRoomAddress } from './room-address.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const KEY = makeEpochLinkKey()

const linkKeys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => formatEpochLinkKey(bytes))
// Keys that begin as a sign of version 2 does.
const signLike = fc
  .tuple(fc.constantFrom('2', '2p', '22', '2p2', 'p', 'p2'), linkKeys)
  .map(([start, key]) => (start + key).slice(0, 42) + key.slice(-1))
const links = fc.record({
  linkKey: fc.oneof(
    linkKeys,
    signLike.map((key) => key as EpochLinkKey),
  ),
  hasPassword: fc.boolean(),
})

test('a link key is 256 random bits in 43 characters', () => {
  expect(KEY).toMatch(/^[\w-]{43}$/)
  expect(makeEpochLinkKey()).not.toBe(KEY)
})

test('every link is read as what was written, and none is one of version 1', () => {
  fc.assert(
    fc.property(links, (link) => {
      const fragment = formatEpochLink(link)
      expect(parseEpochLink(fragment)).toEqual(link)
      expect(parseLinkKey(fragment)).toBeNull()
      expect(readRoomAddress(`/room/${ROOM}`, `#${fragment}`)).toMatchObject({
        linkKey: null,
        epochLink: link,
      })
      expect(parseInviteLink(`Hi: https://chat.example/room/${ROOM}#${fragment}.`)).toEqual({
        roomId: ROOM,
        linkKey: null,
        epochLink: link,
      })
    }),
  )
})

test('no link of version 1 is read as one of version 2, whatever its key begins with', () => {
  fc.assert(
    fc.property(fc.oneof(linkKeys, signLike), (key) => {
      expect(parseEpochLink(key)).toBeNull()
      const address = readRoomAddress(`/room/${ROOM}`, `#${key}`)
      expect(address.linkKey).toBe(key)
      expect(address.epochLink).toBeUndefined()
      for (const behind of ['', '.', '\nI see you there', '\nHi Ann'])
        expect(parseInviteLink(`https://chat.example/room/${ROOM}#${key}${behind}`)).toEqual({
          roomId: ROOM,
          linkKey: key,
        })
    }),
  )
})

test.for([
  '',
  '2',
  '2p',
  KEY,
  `1${KEY}`,
  `3${KEY}`,
  `2q${KEY}`,
  `2P${KEY}`,
  `2p${KEY.slice(1)}x=`,
  // Two, because one would make a whole link with a password of a key that begins with p.
  `2${KEY}AA`,
  `2${KEY.slice(0, 41)}`,
  `2${KEY}\n`,
  // Its last character holds bits that no byte has.
  `2${KEY.slice(0, 42)}B`,
])('%j is no link of version 2', (fragment) => {
  expect(parseEpochLink(fragment)).toBeNull()
})

test('a room’s path has its link, where there is one', () => {
  expect(formatEpochRoomPath(ROOM, { linkKey: KEY, hasPassword: false })).toBe(`/room/${ROOM}#2${KEY}`)
  expect(formatEpochRoomPath(ROOM, { linkKey: KEY, hasPassword: true })).toBe(`/room/${ROOM}#2p${KEY}`)
  expect(formatEpochRoomPath(ROOM, null)).toBe(`/room/${ROOM}`)
})

describe.each([
  { hasPassword: false, sign: '2' },
  { hasPassword: true, sign: '2p' },
])('a link of version 2 with its sign $sign', ({ hasPassword, sign }) => {
  const linkKey = formatEpochLinkKey(new Uint8Array(32).map((_, at) => at * 7))
  const epochLink = { linkKey, hasPassword }
  const fragment = sign + linkKey
  const inviteLink = `https://chat.example/room/${ROOM}#${fragment}`
  const encoded = encodeURIComponent(inviteLink)

  test.for([
    `#${fragment}`,
    `##${fragment}`,
    `#!${fragment}`,
    `#%23${fragment}`,
    `#${fragment}.`,
    `#${fragment}%22`,
  ])('is put right in the address %s', (hash) => {
    expect(readRoomAddress(`/room/${ROOM}`, hash)).toEqual({
      roomId: ROOM,
      linkKey: null,
      epochLink,
      path: `/room/${ROOM}#${fragment}`,
      isKeyShown: false,
    })
  })

  test('is known to have shown its key where its # is encoded', () => {
    expect(readRoomAddress(`/room/${ROOM}%2523${fragment}`, '')).toEqual({
      roomId: ROOM,
      linkKey: null,
      epochLink,
      path: `/room/${ROOM}#${fragment}`,
      isKeyShown: true,
    })
  })

  test.for([
    { what: 'with a query', text: inviteLink.replace('#', '?utm=1#') },
    { what: 'with %23', text: inviteLink.replace('#', '%23') },
    { what: 'broken behind its #', text: `${inviteLink.replace('#', '#\n')}\nSee you` },
    { what: 'broken in its sign', text: `${inviteLink.replace('#2', '#2\r\n')}\nSee you` },
    { what: 'broken within', text: `> ${inviteLink.slice(0, 70)}\n> ${inviteLink.slice(70)}\n> I am there` },
    {
      what: 'in quoted-printable',
      text: `<a href=3D"${inviteLink.slice(0, 76)}=\r\n${inviteLink.slice(76)}">`,
    },
    { what: 'in Markdown', text: `_${inviteLink}_` },
    { what: 'behind Safe Links', text: `https://x.safelinks.protection.outlook.com/?url=${encoded}&data=05` },
    { what: 'in base64', text: `https://x.sophos.com/?d=chat.example&u=${btoa(inviteLink)}&i=NWYx` },
  ])('is found $what', ({ text }) => {
    expect(parseInviteLink(text)).toEqual({ roomId: ROOM, linkKey: null, epochLink })
  })

  test.for([inviteLink.slice(0, -1), `${inviteLink}A`, `${inviteLink.slice(0, -1)}B`])(
    'has no key left in %s',
    (text) => {
      expect(parseInviteLink(text)).toEqual({ roomId: ROOM, linkKey: null })
      const address = readRoomAddress(`/room/${ROOM}`, text.slice(text.indexOf('#')))
      expect(address).toMatchObject({ roomId: ROOM, linkKey: null })
      expect(address.epochLink).toBeUndefined()
    },
  )
})

test('the bytes of a link key are the ones in the link', () => {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  expect(formatEpochLinkKey(bytes)).toBe(toBase64Url(bytes))
})
