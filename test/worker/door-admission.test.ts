import { expect, test } from 'vitest'
import { WAITING } from '../../protocol/participant.ts'
import { KeyMember, type ReadMessage } from '../support/key-member.ts'
import { attackRoom, dumpRoom } from './attack-room.ts'
import { Person } from './person.ts'

/** A room with its host inside, who is connected. */
async function openRoom(options: Parameters<typeof KeyMember.createRoom>[2]) {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada', options)
  return { ada, link, line: await ada.connect() }
}

/** Somebody who waits at the door, and is connected. */
async function knock(name: string, link: string, password?: string) {
  const member = KeyMember.visit(new Person(), name, link)
  expect(await member.join(link, password)).toBe(WAITING)
  const line = await member.person.openConnection(member.roomId, undefined, 0)
  await line.nextEvent('door.waiting', `${name} is not told that they wait`)
  return { member, line }
}

type Knocker = Awaited<ReturnType<typeof knock>>

/** Goes in on the same socket. */
async function comeIn({ member, line }: Knocker) {
  await line.nextEvent('room.welcome', `${member.name} is not welcomed`)
  await member.takeFrames(line)
}

const textsOf = (read: readonly ReadMessage[]) => read.map(({ text }) => text)

test.each([{ password: undefined }, { password: 'open sesame' }])(
  'who is let in is given the key by the page of a host, is seen by name, and reads on (password $password)',
  async ({ password }) => {
    const { ada, link, line } = await openRoom({ door: 'knock', ...(password && { password }) })
    await ada.say('before')
    const ben = await knock('Ben', link, password)
    const knocked = await line.nextEvent('door.knock', 'no knock')
    await ada.takeFrames(line)
    expect(ada.cipher.cards.findCard(knocked.participantId)?.name).toBe('Ben')
    expect(await ada.letIn([ben.member])).toBeNull()
    await comeIn(ben)
    expect(textsOf(await ben.member.readAll())).toEqual(['before'])
    await ben.member.say('inside')
    expect(await ada.readTexts()).toEqual(['before', 'inside'])
  },
)

test('who is let in while their page is closed finds the key when they come back', async () => {
  const { ada, link, line } = await openRoom({ door: 'knock' })
  const ben = await knock('Ben', link)
  await line.nextEvent('door.knock', 'no knock')
  await ada.takeFrames(line)
  // A reload at the door: still the same knock.
  expect(await ben.member.join(link)).toBe(WAITING)
  expect(await ada.letIn([ben.member])).toBeNull()
  await ben.member.reload()
  await ben.member.say('back')
  expect(await ada.readTexts()).toEqual(['back'])
})

test('where newcomers read nothing older the whole storage opens nothing from before for them', async () => {
  const { ada, link, line } = await openRoom({ history: 'from-join' })
  await ada.say('said before anybody came')
  const ben = await knock('Ben', link)
  const cleo = await knock('Cleo', link)
  await line.nextEvent('door.knock', 'no knock')
  await line.nextEvent('door.knock', 'no second knock')
  await ada.takeFrames(line)
  const stolen = await dumpRoom(ada.roomId)
  expect(await ada.letIn([ben.member, cleo.member])).toBeNull()
  // One rotation for both, and the link is the one that others have.
  expect([ada.epoch, ada.link]).toEqual([2, link])
  await comeIn(ben)
  await comeIn(cleo)
  await ben.member.say('said with Ben')
  expect(await cleo.member.readTexts()).toEqual(['said with Ben'])

  const dora = await knock('Dora', link)
  await line.nextEvent('door.knock', 'no third knock')
  await ada.takeFrames(line)
  expect(await ada.letIn([dora.member])).toBeNull()
  await comeIn(dora)
  await dora.member.say('said with Dora')
  await ben.member.catchUp()
  expect(await ben.member.readTexts()).toEqual(['said with Ben', 'said with Dora'])
  expect(await dora.member.readTexts()).toEqual(['said with Dora'])

  const attack = async ({ knowledge, seen }: KeyMember) => {
    const all = [stolen, ada.line.sent, ben.member.line.sent, ...ada.seen, ...ben.member.seen, ...seen]
    return (await attackRoom(ada.roomId, { knowledge, seen: all })).texts.sort()
  }
  expect(await attack(dora.member)).toEqual(['said with Dora'])
  expect(await attack(ben.member)).toEqual(['said with Ben', 'said with Dora'])
})

test.each([{ door: 'knock' }, { history: 'from-join' }] as const)(
  'of two hosts who answer at once neither is told of a fault, and who is let in reads (%j)',
  async (rules) => {
    const { ada, link, line } = await openRoom(rules)
    const ben = await knock('Ben', link)
    await line.nextEvent('door.knock', 'no knock')
    await ada.takeFrames(line)
    expect(await ada.letIn([ben.member])).toBeNull()
    await comeIn(ben)
    const { roomId, participantId } = ben.member
    await ada.person.callRoom(roomId, 'PATCH', `/participants/${participantId}`, { role: 'host' })
    const cleo = await knock('Cleo', link)
    const dora = await knock('Dora', link)
    await ben.line.nextEvent(
      'door.knock',
      'no knock',
      (one) => one.participantId === dora.member.participantId,
    )
    await ada.takeFrames(line)
    await ben.member.takeFrames(ben.line)
    const hosts = [ada, ben.member]
    expect(await Promise.all(hosts.map((host) => host.turnAway([dora.member])))).toEqual([null, null])
    expect(await Promise.all(hosts.map((host) => host.letIn([cleo.member])))).toEqual([null, null])
    await comeIn(cleo)
    await cleo.member.say('inside')
    for (const host of hosts) {
      await host.catchUp()
      expect((await host.readTexts()).at(-1)).toBe('inside')
    }
  },
)

test('a wrap for somebody else, of another epoch or of another key lets nobody read', async () => {
  const { ada, link, line } = await openRoom({ door: 'knock' })
  const ben = await knock('Ben', link)
  await line.nextEvent('door.knock', 'no knock')
  await ada.takeFrames(line)
  const { wrapAdmission } = await import('../../client/room/keys/wrap-admission.ts')
  const other = ada.cipher.findPublicKey(ben.member.participantId)
  if (!other) throw new Error('the card does not open')
  const made = await wrapAdmission(ada.keys, other)
  if (!made) throw new Error('there is no key')
  const listed = { at: 1, back: null, check: null, by: ada.participantId, ...made }
  const { takeAdmission } = await import('../../client/room/keys/open-admission.ts')
  const { keys } = ben.member
  const forAda = await wrapAdmission(ada.keys, ada.keys.pair.publicKey)
  expect(await takeAdmission(keys, [{ ...listed, wrap: forAda?.wrap ?? null }], 1)).toBe(false)
  expect(await takeAdmission(keys, [{ ...listed, epoch: 2 }], 2)).toBe(false)
  expect(await takeAdmission(keys, [{ ...listed, epoch: 2 }], 1)).toBe(false)
  expect(await takeAdmission(keys, [{ ...listed, check: 'another' }], 1)).toBe(false)
  expect(await takeAdmission(keys, [{ ...listed, by: ben.member.participantId }], 1)).toBe(false)
  expect(await takeAdmission(keys, [{ ...listed, wrap: null }], 1)).toBe(false)
  expect(keys.epoch).toBe(0)
  expect(await takeAdmission(keys, [listed], 1)).toBe(true)
})

test('who was removed is given no key at the door again', async () => {
  const { ada, link, line } = await openRoom({ door: 'knock' })
  const ben = await knock('Ben', link)
  await line.nextEvent('door.knock', 'no knock')
  await ada.takeFrames(line)
  ada.keys.recordRemoved([ben.member.participantId])
  expect(await ada.letIn([ben.member])).toBe('wrong-link')
})

test('a door that opens has an invite of the epoch, and who comes by the link reads', async () => {
  const { ada, link } = await openRoom({ door: 'knock', password: 'open sesame' })
  await ada.say('before')
  expect(await ada.setDoor('open')).toBeNull()
  const ben = await KeyMember.join(new Person(), 'Ben', link, 'open sesame')
  expect(await ben.readTexts()).toEqual(['before'])
  expect(await ada.setDoor('knock')).toBeNull()
  await knock('Cleo', link, 'open sesame')
})
