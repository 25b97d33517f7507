import { expect, test } from 'vitest'
import { AWAY_SEAT_MS } from '../../protocol/limits.ts'
import { KeyMember, readLinkKey } from '../support/key-member.ts'
import { attackRoom } from './attack-room.ts'
import { letAwayTimePass } from './pass-time.ts'
import { Person } from './person.ts'

/** Whoever finds a link, and the password that goes with it, and nothing else. */
function knowLink(link: string, password?: string) {
  const linkKey = readLinkKey(link)
  return {
    knowledge: {
      pairs: [],
      roomKeys: [],
      linkKeys: [linkKey],
      passwords: password === undefined ? [] : [password],
    },
    seen: [],
  }
}

/** Two who talk, and the link by which the second came. */
async function openRoomForTwo(password?: string) {
  const options = { capacity: 2, ...(password === undefined ? {} : { password }) }
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada', options)
  const ben = await KeyMember.join(new Person(), 'Ben', link, password)
  await ada.say('hello Ben')
  await ben.say('hello Ada')
  return { ada, ben, link, roomId: ada.roomId }
}

test.each([
  { what: 'without a password', password: undefined },
  { what: 'with its password', password: 'correct horse' },
])(
  'two talk and close their link: it lets nobody in, and opens nothing of the storage, $what',
  async ({ password }) => {
    const { ada, ben, link, roomId } = await openRoomForTwo(password)
    // While it lives, it opens everything: that is what it is for.
    expect((await attackRoom(roomId, knowLink(link, password))).texts).toEqual(['hello Ben', 'hello Ada'])
    expect(await ada.rotate({ hasLink: false })).toBe(null)
    await ben.catchUp()
    await ada.say('nobody else reads this')
    await ben.say('nor this')
    expect(await KeyMember.visit(new Person(), 'Eve', link).join(link, password)).toBe('link-closed')
    const { texts, names, roomKeys } = await attackRoom(roomId, knowLink(link, password))
    expect({ texts, names, roomKeys }).toEqual({ texts: [], names: [], roomKeys: [] })
    expect(await ben.readTexts()).toEqual(['hello Ben', 'hello Ada', 'nobody else reads this', 'nor this'])
    expect([ada.link, ben.link]).toEqual([null, null])
  },
)

test('a password is needed beside link and storage', async () => {
  const { link, roomId } = await openRoomForTwo('correct horse')
  expect((await attackRoom(roomId, knowLink(link))).roomKeys).toEqual([])
  expect((await attackRoom(roomId, knowLink(link, 'wrong horse'))).roomKeys).toEqual([])
})

test('a wrong link and a wrong password are told apart', async () => {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada', { password: 'correct horse' })
  const eve = KeyMember.visit(new Person(), 'Eve', link)
  expect(await eve.join(link)).toBe('password-required')
  expect(await eve.join(link, 'wrong horse')).toBe('wrong-password')
  expect(await ada.rotate({ password: 'correct horse' })).toBe(null)
  expect(await KeyMember.visit(new Person(), 'Eve', link).join(link, 'correct horse')).toBe('wrong-link')
})

test('a new link lets in by itself, with the history, and the old one no more', async () => {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  await ada.say('in the first epoch')
  for (const epoch of ['second', 'third']) {
    expect(await ada.rotate()).toBe(null)
    await ada.say(`in the ${epoch} epoch`)
  }
  expect(await KeyMember.visit(new Person(), 'Eve', link).join(link)).toBe('wrong-link')
  const cleo = await KeyMember.join(new Person(), 'Cleo', ada.link ?? '')
  expect(await cleo.readTexts()).toEqual(['in the first epoch', 'in the second epoch', 'in the third epoch'])
})

test('who lost their browser is let in again by a new link from the other, with the history', async () => {
  const { ada, ben, roomId } = await openRoomForTwo()
  expect(await ben.rotate({ hasLink: false })).toBe(null)
  await ada.catchUp()
  await ada.say('still here')
  // Ada's browser is gone, with cookie and keys, and nothing of it is connected.
  await letAwayTimePass(roomId, AWAY_SEAT_MS + 1_000)
  expect(await ben.rotate({ remove: [ada] })).toBe(null)
  const again = await KeyMember.join(new Person(), 'Ada', ben.link ?? '')
  expect(await again.readTexts()).toEqual(['hello Ben', 'hello Ada', 'still here'])
  await again.say('back again')
  expect((await ben.readTexts()).at(-1)).toBe('back again')
})
