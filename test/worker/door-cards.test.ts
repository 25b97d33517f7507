import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { isDoorCard } from '../../protocol/door-card.ts'
import { ROTATION_SEATS_MAX } from '../../protocol/key-limits.ts'
import { KeyMember, readLinkKey } from '../support/key-member.ts'
import { attackRoom } from './attack-room.ts'
import { Person, roomObject, runInRoom } from './person.ts'

// The card of somebody who joins is encrypted with the link, so that it goes with the join; it must not outlive the link.

async function openRoom(password?: string) {
  const options = password === undefined ? {} : { password }
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada', options)
  const ben = await KeyMember.join(new Person(), 'Ben', link, password)
  const cleo = await KeyMember.join(new Person(), 'Cleo', link, password)
  return { ada, ben, cleo, link, roomId: ada.roomId }
}

/** Changes the storage of a room that sleeps. */
async function changeStorage(roomId: string, statement: string, ...values: (string | number)[]) {
  await runInRoom(roomId, ({ sql }) => sql.exec(statement, ...values).toArray())
  await evictDurableObject(roomObject(roomId))
}

const SET_CARD = 'UPDATE participants SET card = ? WHERE participant_id = ?'

/** The card that the room lists of somebody. */
async function findCard(by: KeyMember, { participantId }: KeyMember): Promise<string | undefined> {
  return (await by.listSeats()).find((seat) => seat.participantId === participantId)?.card
}

/** The name that somebody reads in the card that the room lists of another. */
async function readName(by: KeyMember, of: KeyMember) {
  const card = await findCard(by, of)
  const { participantId } = of
  return card === undefined ? null : ((await by.cipher.cards.openCard({ participantId, card }))?.name ?? null)
}

/** Whoever finds a link, and the password that goes with it, and copies the storage. */
function attackByLink(roomId: string, link: string, passwords: readonly string[] = []) {
  const knowledge = { pairs: [], roomKeys: [], linkKeys: [readLinkKey(link)], passwords }
  return attackRoom(roomId, { knowledge, seen: [] })
}

test.each([undefined, 'correct horse'])(
  'a name comes with the join, in one request, and those inside read it: password %s',
  async (password) => {
    const { ada, ben, cleo } = await openRoom(password)
    expect(ben.line.sent).toEqual([expect.objectContaining({ participantId: ben.participantId })])
    for (const reader of [ada, cleo]) expect(await readName(reader, ben)).toBe('Ben')
    // Who came later reads it, too, and so does who was loaded anew.
    expect(await readName(ben, cleo)).toBe('Cleo')
    await ada.reload()
    expect(await readName(ada, ben)).toBe('Ben')
  },
)

test.each([undefined, 'correct horse'])(
  'the old link opens no name in a copy of the storage from after a rotation, of those present and absent: password %s',
  async (password) => {
    const { ada, ben, cleo, link, roomId } = await openRoom(password)
    const passwords = password === undefined ? [] : [password]
    // Ben is here, and his page does nothing any more from now on.
    await ben.connect()
    expect((await attackByLink(roomId, link, passwords)).names.sort()).toEqual(['Ada', 'Ben', 'Cleo'])
    expect(await ada.rotate(password === undefined ? {} : { password })).toBe(null)
    expect((await attackByLink(roomId, link, passwords)).names).toEqual([])
    const dora = await KeyMember.join(new Person(), 'Dora', ada.link ?? '', password)
    for (const member of [ben, cleo]) expect(await readName(dora, member)).toBe(member.name)
  },
)

test('one’s own card from the door does not outlive the link, either, where a rotation is the last that a page does', async () => {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada', { capacity: 2 })
  const ben = await KeyMember.join(new Person(), 'Ben', link)
  expect(isDoorCard((await findCard(ada, ben)) ?? '')).toBe(true)
  expect(await ben.rotate({ hasLink: false })).toBe(null)
  const rotation = ben.line.sent.find((body) => typeof body === 'object' && body !== null && 'wraps' in body)
  expect(rotation).toMatchObject({ cards: { [ben.participantId]: expect.stringMatching(/^c2\.2\./) } })
  expect((await attackByLink(ada.roomId, link)).names).toEqual([])
})

test('a card of the old link that nobody could renew is deleted with it, and sent again by whoever comes back', async () => {
  const { ada, ben, roomId } = await openRoom()
  const card = (await findCard(ada, ben)) ?? ''
  await changeStorage(roomId, SET_CARD, `${card.slice(0, -2)}AA`, ben.participantId)
  expect(await ada.rotate()).toBe(null)
  expect(await findCard(ada, ben)).toBe(undefined)
  // Somebody whose keys are those of now, as after a change of the link alone.
  const { ada: host, ben: guest, roomId: other } = await openRoom()
  await changeStorage(
    other,
    'UPDATE participants SET card = NULL WHERE participant_id = ?',
    guest.participantId,
  )
  await guest.reload()
  expect(await readName(host, guest)).toBe('Ben')
})

test('a card of a dead link that the server serves again is not opened, nor is another’s', async () => {
  const { ada, ben, cleo, roomId } = await openRoom()
  const [ofBen, ofCleo] = [(await findCard(ada, ben)) ?? '', (await findCard(ada, cleo)) ?? '']
  await changeStorage(roomId, SET_CARD, ofCleo, ben.participantId)
  expect(await readName(ada, ben)).toBe(null)
  await changeStorage(roomId, SET_CARD, ofBen, ben.participantId)
  expect(await readName(ada, ben)).toBe('Ben')
  expect(await ada.rotate()).toBe(null)
  await changeStorage(roomId, SET_CARD, ofBen, ben.participantId)
  // Loaded anew, the page has not opened it before.
  await ada.reload()
  expect(await readName(ada, ben)).toBe(null)
})

test('who has the room key and not the link asks for the door key, reads the names, and leaves nobody out', async () => {
  const { ada, ben, cleo, roomId } = await openRoom()
  const record = await ada.store.readRecord(roomId)
  if (record) await ada.store.writeRecord({ ...record, door: null })
  await ada.reload()
  expect(ada.keys.door).toBe(null)
  expect(await readName(ada, ben)).toBe('Ben')
  expect(await ada.rotate()).toBe(null)
  for (const member of [ben, cleo]) {
    await member.catchUp()
    expect(member.epoch).toBe(2)
  }
})

test('above as many seats as keys rotate for, cards go with the old link and come again with the room key', async () => {
  const { ada, ben, cleo, link, roomId } = await openRoom()
  await changeStorage(
    roomId,
    `WITH RECURSIVE more(n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM more WHERE n < 99 + ?)
     INSERT INTO participants (n, participant_id, alias, role, idle_since, spoke)
     SELECT n, printf('%021d', n), 'guest ' || n, 'participant', ?, 1 FROM more`,
    ROTATION_SEATS_MAX,
    Date.now(),
  )
  expect(await ada.rotate()).toBe(null)
  expect([ada.epoch, await findCard(ada, cleo)]).toEqual([1, undefined])
  expect((await attackByLink(roomId, link)).names).toEqual([])
  await ben.reload()
  expect(await findCard(ada, ben)).toMatch(/^c2\.1\./)
  expect(await readName(ada, ben)).toBe('Ben')
  // Who comes now sends a card that the next link does not take away.
  const dora = await KeyMember.join(new Person(), 'Dora', ada.link ?? '')
  expect(await findCard(ada, dora)).toMatch(/^c2\.1\./)
  expect(await readName(ben, dora)).toBe('Dora')
})
