import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import { makeDecryptMessages } from '../../client/room/decrypt-messages.ts'
import type { RoomMessage } from '../../client/room/room-state.ts'
import { countVotes } from '../../client/room/votes/count-votes.ts'
import { currentChange } from '../../client/room/votes/current-change.ts'
import { findChoiceCodes } from '../../client/room/votes/find-choice-codes.ts'
import { expectStatus } from '../support/api-client.ts'
import { KeyMember } from '../support/key-member.ts'
import { Person } from './person.ts'

/** The newest message, as a member's page has it. */
async function readNewest(member: KeyMember): Promise<RoomMessage> {
  const messages: RoomMessage[] = await member.readSealed()
  await makeDecryptMessages(member.cipher)(messages)
  const newest = messages.at(-1)
  if (!newest) throw new Error('nothing was said')
  return newest
}

async function count(member: KeyMember) {
  const message = await readNewest(member)
  const codes = (await findChoiceCodes(message, member.cipher)) ?? []
  return { message, codes, counted: countVotes(currentChange(message, {}), codes, []) }
}

test('an encrypted poll is opened and voted on by another member, also after a rotation, and the server reads none of it', async () => {
  const host = new Person()
  const guest = new Person()
  const { member: ada, link } = await KeyMember.createRoom(host, 'Ada')
  const ben = await KeyMember.join(guest, 'Ben', link)
  const options = ['Pineapple', 'Mushrooms']
  const { participantId, roomId } = ada
  const id = nanoid()
  const vote = { kind: 'poll', options } as const
  const text = await ada.cipher.encryptMessage({ participantId, id }, 'Which pizza?', vote)
  expectStatus(await host.callRoom(roomId, 'POST', '/messages', { id, text, choice: 'one' }), 201)

  const poll = await readNewest(ben)
  expect(poll).toMatchObject({ text: 'Which pizza?', kind: 'poll', options, choice: 'one' })
  const { codes } = await count(ben)
  const put = (person: Person, code = '') =>
    person.callRoom(roomId, 'PUT', `/messages/${poll.seq}/reactions/${code}`)
  expect((await put(guest, codes[0])).status).toBe(204)
  expect((await put(guest, codes[1])).status).toBe(204)
  // The codes are those of the epoch in which it was said, whatever the epoch is by now.
  expect(await ada.rotate()).toBe(null)
  await ben.catchUp()
  expect((await count(ada)).codes).toEqual(codes)
  expect((await put(host, codes[1])).status).toBe(204)

  const { message, counted } = await count(ben)
  expect(counted.choices).toEqual([
    { code: codes[0], count: 0, isMine: false },
    { code: codes[1], count: 2, isMine: true },
  ])
  expect(message.reactions).toEqual({ [codes[1] ?? '']: 2 })
  const served = JSON.stringify(await ben.readSealed())
  for (const secret of ['pizza', 'Pineapple', 'Mushrooms', '"poll"']) expect(served).not.toContain(secret)
})

test('what the server says of an encrypted message is no poll', async () => {
  const { member: ada } = await KeyMember.createRoom(new Person(), 'Ada')
  await ada.say('hello')
  const [message] = await ada.readSealed()
  if (!message) throw new Error('nothing was said')
  const forged: RoomMessage = { ...message, kind: 'poll', options: ['a', 'b'] }
  await makeDecryptMessages(ada.cipher)([forged])
  expect([forged.text, forged.kind, forged.options]).toEqual(['hello', undefined, undefined])
})
