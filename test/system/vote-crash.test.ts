import { afterAll, beforeAll, expect, test } from 'vitest'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

test('a server that is killed between a vote and its telling: who got 204 finds the vote, and who resumes is told', async () => {
  const ann = new Person(server.origin)
  const ben = new Person(server.origin)
  const roomId = await ann.createRoom({ lifetime: 600 })
  await ann.joinAndConnect(roomId)
  const listening = await ben.joinAndConnect(roomId)
  await ann.sendMessage(roomId, 'vote')
  const vote = (person: Person, code: string) =>
    person.callRoom(roomId, 'PUT', `/messages/1/reactions/${code}`)
  await vote(ann, 'a')
  const told = await listening.nextEvent('chat.reactions', 'nobody is told of a vote')
  // The next telling is a second away.
  expect((await vote(ann, 'b')).status).toBe(204)
  await server.kill()
  await listening.closed
  await server.restart()

  expect((await ann.readHistory(roomId))[0]).toMatchObject({ reactions: { a: 1, b: 1 }, mine: ['a', 'b'] })
  const resumed = await ben.openConnection(roomId, 1, undefined, told.rev)
  const { changes } = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(changes).toMatchObject([{ seq: 1, reactions: { a: 1, b: 1 } }])
  expect(listening.receivedData('chat.reactions')).toHaveLength(1)
}, 60_000)
