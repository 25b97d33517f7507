import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { takeEpochs } from '../../client/room/keys/take-epochs.ts'
import type { Epoch } from '../../protocol/epochs.ts'
import type { Message } from '../../protocol/message.ts'
import { KeyMember } from '../support/key-member.ts'
import { Person, roomObject, runInRoom } from './person.ts'

// What an operator does who has the storage and answers what they like: what members make of it.

async function openRoom(names = ['Ben', 'Cleo']) {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const others: KeyMember[] = []
  for (const name of names) others.push(await KeyMember.join(new Person(), name, link))
  // Who is host, everybody is told by the welcome.
  for (const other of others) other.keys.recordManagers([ada.participantId])
  return { ada, others, link, roomId: ada.roomId }
}

/** Changes the storage of a room that sleeps. */
async function changeStorage(roomId: string, statement: string, ...values: (string | number)[]) {
  await runInRoom(roomId, ({ sql }) => sql.exec(statement, ...values).toArray())
  await evictDurableObject(roomObject(roomId))
}

async function listEpochs(member: KeyMember): Promise<Epoch[]> {
  const reply = await member.person.callRoom(member.roomId, 'GET', '/epochs')
  return JSON.parse(reply.text).epochs
}

/** What a member makes of epochs as an operator lists them. */
async function offer(member: KeyMember, epochs: readonly Epoch[]) {
  const taken = await takeEpochs(member.keys, epochs, () => false)
  return taken.map(({ is }) => is)
}

function requireFirst<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new Error('there is none')
  return first
}

test('an old wrap, another member’s, one that was changed and one from nobody open nothing', async () => {
  const { ada, others } = await openRoom()
  const [ben, cleo] = others as [KeyMember, KeyMember]
  await ada.rotate()
  const second = requireFirst(await listEpochs(ben))
  const ofCleo = requireFirst(await listEpochs(cleo))
  expect(await offer(ben, [{ ...second, wrap: ofCleo.wrap }])).toEqual(['refused'])
  expect(await offer(ben, [{ ...second, wrap: `${second.wrap?.slice(0, -2)}AA` }])).toEqual(['refused'])
  expect(await offer(ben, [{ ...second, by: cleo.participantId }])).toEqual(['refused'])
  expect(await offer(ben, [{ ...second, key: null }])).toEqual(['refused'])
  expect(await offer(ben, [{ ...second, wrap: null }])).toEqual(['not-given'])
  // As it is, it is taken; and as the next one it is not.
  expect(await offer(ben, [second])).toEqual(['taken'])
  expect(await offer(ben, [{ ...second, epoch: 3 }])).toEqual(['refused'])
  // Of an epoch that is taken nothing is looked at again.
  expect(await offer(ben, [second, { ...second, wrap: ofCleo.wrap }])).toEqual([])
  expect(ben.epoch).toBe(2)
})

test('a rotation by somebody who is no host is refused, whoever says that it happened', async () => {
  const { ada, others } = await openRoom()
  const [ben, cleo] = others as [KeyMember, KeyMember]
  // The room would refuse it: it is the operator who lets Cleo rotate.
  await changeStorage(
    ada.roomId,
    "UPDATE participants SET role = 'host' WHERE participant_id = ?",
    cleo.participantId,
  )
  expect(await cleo.rotate()).toBe(null)
  const second = requireFirst(await listEpochs(ben))
  expect(second.by).toBe(cleo.participantId)
  expect(await offer(ben, [second])).toEqual(['refused'])
})

test('a check that is not the one of the key is noticed', async () => {
  const { ada, others } = await openRoom()
  const [ben] = others as [KeyMember, KeyMember]
  await ada.rotate()
  const second = requireFirst(await listEpochs(ben))
  expect(await offer(ben, [{ ...second, check: `${second.check?.slice(0, -2)}AA` }])).toEqual(['refused'])
  expect(ben.epoch).toBe(1)
})

test('the wraps of a rotation that was refused don’t open under the check of the one that happened', async () => {
  const { ada, others, link } = await openRoom()
  const [ben] = others as [KeyMember, KeyMember]
  // Ada rotates twice: somebody comes between her look at the seats and her request.
  let late: Promise<KeyMember> | null = null
  ada.line.beforeNextCall('POST /epochs', () => {
    late = KeyMember.join(new Person(), 'Dora', link)
    return late
  })
  expect(await ada.rotate()).toBe(null)
  const [first, second] = ada.line.sent.filter(isRotation)
  const happened = requireFirst(await listEpochs(ben))
  const refusedWrap = first?.wraps[ben.participantId] ?? null
  expect(happened.check).toBe(second?.check)
  expect(refusedWrap).not.toBe(null)
  expect(await offer(ben, [{ ...happened, wrap: refusedWrap }])).toEqual(['refused'])

  // With its own check it opens: then Ben and the others are in one epoch with two keys, and both sides notice.
  const own = { wrap: refusedWrap, check: first?.check ?? '', back: first?.back ?? null }
  expect(await offer(ben, [{ ...happened, ...own }])).toEqual(['taken'])
  expect(ben.keys.keyring.getCheck(2)).not.toBe(ada.keys.keyring.getCheck(2))
  await ada.say('to those with the other key')
  expect((await ben.readAll()).at(-1)).toMatchObject({ is: 'unreadable', text: '' })
  await ben.say('to nobody')
  expect((await ada.readAll()).at(-1)).toMatchObject({ is: 'unreadable', text: '' })
  // Of one epoch there is one key: the other is never taken, and the next rotation does not reach this half.
  expect(await offer(ben, [happened])).toEqual([])
  expect(await ada.rotate()).toBe(null)
  expect(await offer(ben, (await listEpochs(ben)).slice(1))).toEqual(['refused'])
})

test('a seat without a card of its own is given no key: neither a ghost nor one with another’s card', async () => {
  const { ada, others, roomId } = await openRoom()
  const [ben, cleo] = others as [KeyMember, KeyMember]
  const cards = await ada.listSeats()
  const cardOf = (member: KeyMember) =>
    cards.find(({ participantId }) => participantId === member.participantId)?.card ?? ''
  const give = 'UPDATE participants SET card = ? WHERE participant_id = ?'
  await changeStorage(roomId, give, cardOf(cleo), ben.participantId)
  await changeStorage(
    roomId,
    `INSERT INTO participants (n, participant_id, alias, role, idle_since, spoke, card)
     VALUES (99, 'ghost0000000000000000', 'ghost', 'participant', ${Date.now()}, 1, ?)`,
    cardOf(cleo),
  )
  expect(await ada.rotate()).toBe(null)
  const { wraps } = requireFirst(ada.line.sent.filter(isRotation))
  expect(wraps).toEqual({
    [ada.participantId]: expect.any(String),
    [cleo.participantId]: expect.any(String),
    [ben.participantId]: null,
    ghost0000000000000000: null,
  })
  expect((await listEpochs(ben)).map(({ wrap }) => wrap)).toEqual([null])
})

test('who was removed and is listed again, with the card of then, is given no key', async () => {
  const { ada, others, roomId } = await openRoom()
  const [ben] = others as [KeyMember, KeyMember]
  const card = (await ada.listSeats()).find((seat) => seat.participantId === ben.participantId)?.card ?? ''
  expect(await ada.rotate({ remove: [ben] })).toBe(null)
  await changeStorage(
    roomId,
    'UPDATE participants SET removed = 0, card = ? WHERE participant_id = ?',
    card,
    ben.participantId,
  )
  // Also after the page was loaded anew.
  await ada.reload()
  expect(await ada.rotate()).toBe(null)
  expect(ada.line.sent.filter(isRotation).at(-1)?.wraps).toMatchObject({ [ben.participantId]: null })
})

test('who was removed and is listed again is given no key by another host, nor by one who came later', async () => {
  const { ada, others, roomId } = await openRoom()
  const [ben, cleo] = others as [KeyMember, KeyMember]
  const card = (await ada.listSeats()).find((seat) => seat.participantId === ben.participantId)?.card ?? ''
  expect(await ada.rotate({ remove: [ben] })).toBe(null)
  const dora = await KeyMember.join(new Person(), 'Dora', ada.link ?? '')
  await changeStorage(
    roomId,
    'UPDATE participants SET removed = 0, card = ? WHERE participant_id = ?',
    card,
    ben.participantId,
  )
  for (const host of [dora, cleo]) {
    await changeStorage(
      roomId,
      "UPDATE participants SET role = 'host' WHERE participant_id = ?",
      host.participantId,
    )
    await host.catchUp()
    // Also after the page was loaded anew.
    await host.reload()
    expect(await host.rotate()).toBe(null)
    expect(host.line.sent.filter(isRotation).at(-1)?.wraps).toEqual({
      [ada.participantId]: expect.any(String),
      [cleo.participantId]: expect.any(String),
      [dora.participantId]: expect.any(String),
      [ben.participantId]: null,
    })
    for (const member of [ada, cleo, dora]) {
      member.keys.recordManagers([host.participantId])
      await member.catchUp()
    }
  }
})

test('whatever the server says, nobody encrypts for an epoch below the highest', async () => {
  const { ada, others } = await openRoom()
  const [ben] = others as [KeyMember, KeyMember]
  await ada.rotate()
  await ben.catchUp()
  await changeStorage(ada.roomId, 'UPDATE room SET epoch = 1')
  await expect(ben.say('for the second epoch')).rejects.toThrow('stale-epoch')
  const [envelope] = ben.line.sent.slice(-1) as [{ text: string }]
  expect(envelope.text).toMatch(/^e2\.2\./)
})

/** Three talk, each after reading what was said before: the fourth message is of the second epoch. Cleo reads what is served. */
async function talk() {
  const { ada, others } = await openRoom()
  const [ben, cleo] = others as [KeyMember, KeyMember]
  const members = [ada, ben, cleo]
  for (const [index, text] of ['one', 'two', 'three', 'four', 'five'].entries()) {
    if (text === 'four') await ada.rotate()
    const speaker = members[index % 3] as KeyMember
    await speaker.catchUp()
    await speaker.readAll()
    await speaker.say(text)
  }
  await cleo.catchUp()
  return { ada, ben, cleo, messages: await cleo.readSealed() }
}

/** Numbers messages anew, from 1, in the order in which they are given. */
const renumber = (messages: readonly (Message | undefined)[]) =>
  messages.flatMap((message) => message ?? []).map((message, index) => ({ ...message, seq: index + 1 }))

test('what is said late, seen from two tabs, or before a rotation that others have taken is not out of order', async () => {
  const { ada, ben, cleo } = await talk()
  expect(await cleo.readMarked(await cleo.readSealed())).toEqual(['one', 'two', 'three', 'four', 'five'])
  // A tab that has read nothing since the beginning, and then one that has read everything.
  const tab = await ben.openTab()
  await tab.say('six')
  await ben.readAll()
  await ben.say('seven')
  await tab.say('eight')
  await ada.rotate()
  // With the keys from before: it is refused, encrypted anew, and sent.
  await ben.say('nine')
  await cleo.catchUp()
  const whole = await cleo.readSealed()
  const marked = await cleo.readMarked(whole)
  expect(marked.slice(5)).toEqual(['six', 'seven', 'eight', 'nine'])
  // Who came late, and has loaded the newest page alone.
  expect(await cleo.readMarked(whole.slice(4))).toEqual(['five', 'six', 'seven', 'eight', 'nine'])
})

interface Tampering {
  what: string
  serve: (messages: readonly Message[]) => Message[]
  shown: string[]
}

const TAMPERINGS: Tampering[] = [
  {
    what: 'two messages change places',
    serve: ([one, two, three, ...rest]) => renumber([one, three, two, ...rest]),
    shown: ['one', '!three', 'two', '!four', 'five'],
  },
  {
    what: 'a message is left out, and leaves a hole',
    serve: (messages) => messages.filter(({ seq }) => seq !== 2),
    shown: ['one', '!three', 'four', 'five'],
  },
  {
    what: 'a message is left out, and the others close up',
    serve: ([one, , ...rest]) => renumber([one, ...rest]),
    shown: ['one', '!three', '!four', '!five'],
  },
  {
    what: 'a message comes once more, at the end',
    serve: (messages) => renumber([...messages, messages[1]]),
    shown: ['one', 'two', 'three', 'four', 'five', '!unreadable'],
  },
  {
    what: 'a message of the first epoch is held back until the second',
    serve: ([one, two, three, four, five]) => renumber([two, three, four, five, one]),
    shown: ['!two', '!three', '!four', '!five', '!one'],
  },
]

test.each(TAMPERINGS)('the operator serves another order, and it shows: $what', async ({ serve, shown }) => {
  const { cleo, messages } = await talk()
  expect(await cleo.readMarked(serve(messages))).toEqual(shown)
})

test('the newest messages that are withheld from one member show with the first that is said after them', async () => {
  const { ada, cleo, messages } = await talk()
  // As long as nothing newer comes, what is served is what there was a moment ago: nothing can be shown.
  const [one, two, three] = messages
  expect(await cleo.readMarked(renumber([one, two, three]))).toEqual(['one', 'two', 'three'])
  await ada.readAll()
  await ada.say('six')
  const six = (await cleo.readSealed()).at(-1)
  expect(await cleo.readMarked(renumber([one, two, three, six]))).toEqual(['one', 'two', 'three', '!six'])
})

interface Rotation {
  wraps: Record<string, string | null>
  check: string
  back: string
}

function isRotation(body: unknown): body is Rotation {
  return typeof body === 'object' && body !== null && 'wraps' in body
}
