import { expect, test, vi } from 'vitest'
import { KeyMember, readLinkKey } from '../support/key-member.ts'
import { attackRoom, dumpRoom } from './attack-room.ts'
import { Person } from './person.ts'

const PASSWORD = 'correct horse battery'

/** A host and two others who have talked. */
async function openRoom(options: Parameters<typeof KeyMember.createRoom>[2] = {}) {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada Lovelace', options)
  const ben = await KeyMember.join(new Person(), 'Ben Bitdiddle', link, options.password)
  const cleo = await KeyMember.join(new Person(), 'Cleopatra', link, options.password)
  for (const member of [ada, ben, cleo]) await member.say(`${member.name} was here before`)
  for (const member of [ada, ben, cleo]) await member.readAll()
  return { ada, ben, cleo, link, roomId: ada.roomId }
}

const SAID_BEFORE = ['Ada Lovelace', 'Ben Bitdiddle', 'Cleopatra'].map((name) => `${name} was here before`)

test.each([
  { what: 'where there is no password', options: {} },
  { what: 'with the password', options: { password: PASSWORD } },
])(
  'who was removed comes in no more by the old link, and opens nothing said after, $what',
  async ({ options }) => {
    const { ada, ben, cleo, link, roomId } = await openRoom(options)
    const connection = await ben.connect()
    expect(await ada.rotate({ remove: [ben], ...options })).toBe(null)
    expect(await connection.waitForClose('the removed one stays')).toMatchObject({ code: 4403 })
    await ben.takeFrames(connection)
    await cleo.catchUp()
    await ada.say('said after by Ada')
    await cleo.say('said after by Cleo')

    // The old link in a private window, under another name.
    const eve = KeyMember.visit(new Person(), 'Eve', link)
    expect(await eve.join(link, options.password)).toBe('wrong-link')
    const knowledge = { ...ben.knowledge, linkKeys: [...ben.knowledge.linkKeys, ...eve.knowledge.linkKeys] }
    const seen = [...ben.seen, ...eve.seen, await cleo.readSealed()]
    expect((await attackRoom(roomId, { knowledge, seen })).texts.sort()).toEqual(SAID_BEFORE)
    // With what Cleo has, the same search finds it: nothing was overlooked.
    const byCleo = await attackRoom(roomId, cleo)
    expect(byCleo.texts).toEqual(expect.arrayContaining(['said after by Ada', 'said after by Cleo']))
    expect(await cleo.readTexts()).toEqual([...SAID_BEFORE, 'said after by Ada', 'said after by Cleo'])
  },
)

test('who was removed without a rotation can read on until the keys rotate, and the room says so', async () => {
  const { ada, ben, cleo, roomId } = await openRoom()
  const path = `/participants/${ben.participantId}`
  expect((await ada.person.callRoom(roomId, 'DELETE', path)).status).toBe(204)
  expect((await ada.person.callRoom(roomId, 'GET')).body.rotationDue).toBe(true)
  await ada.say('said before the keys rotate')
  expect(await ada.rotate()).toBe(null)
  expect((await ada.person.callRoom(roomId, 'GET')).body.rotationDue).toBe(false)
  await ada.say('said after')
  const { texts } = await attackRoom(roomId, {
    knowledge: ben.knowledge,
    seen: [...ben.seen, await cleo.readSealed()],
  })
  expect(texts).toContain('said before the keys rotate')
  expect(texts).not.toContain('said after')
})

test('who leaves keeps what they could read, and is given nothing of what comes after a rotation', async () => {
  const { ada, ben, cleo, roomId } = await openRoom()
  expect((await ben.person.callRoom(roomId, 'POST', '/leave')).status).toBe(204)
  expect(await ada.rotate()).toBe(null)
  await ada.say('said after')
  const { texts } = await attackRoom(roomId, {
    knowledge: ben.knowledge,
    seen: [...ben.seen, await cleo.readSealed()],
  })
  expect(texts.sort()).toEqual(SAID_BEFORE)
})

test('a name, a password, a key and what is said are in no request, no frame, no row and no line of a log', async () => {
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level))
  const { ada, ben, cleo, link, roomId } = await openRoom({ password: PASSWORD })
  const connection = await cleo.connect()
  expect(await ada.rotate({ remove: [ben], password: 'another password' })).toBe(null)
  await connection.nextEvent('room.epoch', 'nobody is told')
  await cleo.takeFrames(connection)
  await cleo.say('something after')
  const members = [ada, ben, cleo]
  const written = [
    ...members.flatMap(({ line, seen }) => [line.sent, seen]),
    connection.frames,
    await dumpRoom(roomId),
    spies.map(({ mock }) => mock.calls),
  ].map((each) => JSON.stringify(each))
  // What stands there: the search looks where something is.
  const all = written.join('\n')
  for (const { participantId } of members) expect(all).toContain(participantId)
  const secrets = [
    ...members.map(({ name }) => name),
    'was here before',
    'something after',
    PASSWORD,
    'another password',
    ...[link, ada.link].map((each) => readLinkKey(each ?? '')),
    ...members.flatMap(({ knowledge }) => knowledge.pairs.map(({ privateKey }) => privateKey)),
    ...(await attackRoom(roomId, ada)).roomKeys,
  ]
  expect(secrets).toHaveLength(14)
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
})
