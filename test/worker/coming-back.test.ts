import { expect, test } from 'vitest'
import { KeyMember } from '../support/key-member.ts'
import { Person } from './person.ts'

/** A host, and somebody who was connected and closed the browser. */
async function openRoom() {
  const { member: ada, link } = await KeyMember.createRoom(new Person(), 'Ada')
  const ben = await KeyMember.join(new Person(), 'Ben', link)
  const connection = await ben.connect()
  await ben.say('before')
  await connection.disconnect()
  return { ada, ben, link }
}

test('who closed the browser and comes back after three rotations reads everything, and keeps the seat', async () => {
  const { ada, ben } = await openRoom()
  const { participantId } = ben
  for (const epoch of [2, 3, 4]) {
    expect(await ada.rotate({ hasLink: epoch !== 4 })).toBe(null)
    await ada.say(`in epoch ${epoch}`)
  }
  await ben.reload()
  expect(ben.participantId).toBe(participantId)
  expect(await ben.readTexts()).toEqual(['before', 'in epoch 2', 'in epoch 3', 'in epoch 4'])
  await ben.say('after')
  expect((await ada.readTexts()).at(-1)).toBe('after')
})

test('who was offline with something unsent says it once they are back, in the epoch of then, once', async () => {
  const { ada, ben } = await openRoom()
  for (const _ of [2, 3, 4]) expect(await ada.rotate()).toBe(null)
  expect(await ben.say('typed before all of it', 'unsent-1')).toBe(4)
  expect(await ben.say('typed before all of it', 'unsent-1')).toBe(4)
  expect(await ada.readTexts()).toEqual(['before', 'typed before all of it'])
})
