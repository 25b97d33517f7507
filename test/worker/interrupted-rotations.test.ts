import { expect, test } from 'vitest'
import { unlockAfterRotation } from '../../client/room/keys/rotation-commands.ts'
import { KeyMember } from '../support/key-member.ts'
import { Person } from './person.ts'

async function openRoom(names = ['Ben', 'Cleo']) {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const others: KeyMember[] = []
  for (const name of names) others.push(await KeyMember.join(new Person(), name, link))
  return { ada, others, link }
}

async function readRoom(member: KeyMember) {
  return (await member.person.callRoom(member.roomId, 'GET')).body
}

test('whose answer is lost finds their own wrap, and rotates once', async () => {
  const { ada, others } = await openRoom(['Ben'])
  const [ben] = others as [KeyMember]
  ada.line.answersToLose = 1
  expect(await ada.rotate({ remove: [ben] })).toBe(null)
  expect([ada.epoch, (await readRoom(ada)).epoch]).toEqual([2, 2])
  expect((await KeyMember.join(new Person(), 'Dora', ada.link ?? '')).epoch).toBe(2)
})

test('whose answer is lost and whose rotation was refused, because another was first, rotates again', async () => {
  const { ada, others } = await openRoom(['Ben'])
  const [ben] = others as [KeyMember]
  const tab = await ada.openTab()
  ada.line.beforeNextCall('POST /epochs', () => tab.rotate())
  ada.line.answersToLose = 1
  expect(await ada.rotate({ remove: [ben] })).toBe(null)
  expect(ada.epoch).toBe(3)
  expect((await ben.person.callRoom(ben.roomId, 'GET', '/epochs')).status).toBe(401)
})

test.each([
  { what: 'is locked', locked: true },
  { what: 'is open', locked: false },
])('a rotation that others disturb twice leaves a room that $what so', async ({ locked }) => {
  const { ada, others } = await openRoom(['Ben', 'Cleo'])
  const [ben, cleo] = others as [KeyMember, KeyMember]
  await ada.person.callRoom(ada.roomId, 'PATCH', '', { locked })
  const leave = (member: KeyMember) => member.person.callRoom(member.roomId, 'POST', '/leave')
  ada.line.beforeNextCall('POST /epochs', async () => {
    await leave(ben)
    ada.line.beforeNextCall('POST /epochs', () => leave(cleo))
  })
  expect(await ada.rotate()).toBe(null)
  expect(await readRoom(ada)).toMatchObject({ epoch: 2, seats: 1, locked })
})

test('a page that is closed while it rotates leaves no locked room: the next one unlocks it', async () => {
  const { ada, others } = await openRoom(['Ben', 'Cleo'])
  const [ben, cleo] = others as [KeyMember, KeyMember]
  const leave = (member: KeyMember) => member.person.callRoom(member.roomId, 'POST', '/leave')
  const closed = new Promise<void>((close) => {
    ada.line.beforeNextCall('POST /epochs', async () => {
      await leave(ben)
      ada.line.beforeNextCall('POST /epochs', async () => {
        await leave(cleo)
        ada.line.beforeNextCall('POST /epochs', () => {
          close()
          return new Promise(() => {})
        })
      })
    })
    void ada.rotate()
  })
  await closed
  expect(await readRoom(ada)).toMatchObject({ epoch: 1, locked: true })
  const next = await ada.openTab()
  await unlockAfterRotation({
    cipher: () => next.cipher,
    runCommand: (call) => call(next.api, next.roomId),
  })
  expect(await readRoom(ada)).toMatchObject({ epoch: 1, locked: false })
})

test('who comes while somebody rotates is given the key, too', async () => {
  const { ada, others, link } = await openRoom(['Ben'])
  const [ben] = others as [KeyMember]
  const came: KeyMember[] = []
  ada.line.beforeNextCall('POST /epochs', async () => {
    came.push(await KeyMember.join(new Person(), 'Dora', link))
  })
  expect(await ada.rotate()).toBe(null)
  await ada.say('to all')
  for (const member of [ben, ...came]) expect(await member.readTexts()).toEqual(['to all'])
})

test('an epoch by a host of whom nothing was known is no alarm', async () => {
  const { ada, others } = await openRoom(['Ben'])
  const [ben] = others as [KeyMember]
  expect(await ada.rotate()).toBe(null)
  await ben.catchUp()
  expect(ben.taken).toEqual([{ is: 'taken', epoch: 2, by: ada.participantId }])
})
