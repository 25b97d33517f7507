import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { REACTIONS } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { makeRandom, readSeed } from '../support/seed.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Person, roomObject } from './person.ts'

/** Steps of one run, and runs: enough for every kind of step to follow every other. */
const STEPS = 150
const CODES = Array.from({ length: REACTIONS.different + 4 }, (_, at) => `c${at}`)

/** A message as the model knows it: who gave which reactions. */
interface ModelMessage {
  isSingle: boolean
  isClosed: boolean
  votes: Map<string, Set<string>>
}

interface Voter {
  person: Person
  id: string
  connection: TestConnection
  /** The changes that this person was told, by the message. */
  known: Map<number, Record<string, number>>
  rev: number
}

/** Counts the reactions to a message. */
function countVotes({ votes }: ModelMessage): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const codes of votes.values()) for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** What the room has to answer, and what changes in the model with it. */
function vote(message: ModelMessage, voter: string, code: string, isOn: boolean): number {
  const own = message.votes.get(voter) ?? new Set()
  if (message.isClosed) return 409
  if (own.has(code) === isOn) return 204
  const next = new Set(own)
  if (isOn && message.isSingle) next.clear()
  if (isOn) next.add(code)
  else next.delete(code)
  const votes = new Map(message.votes).set(voter, next)
  const different = Object.keys(countVotes({ ...message, votes })).length
  if (isOn && (next.size > REACTIONS.own || different > REACTIONS.different)) return 409
  message.votes = votes
  return 204
}

test('whatever is voted, closed, left, removed and forgotten: every tally is the one that was voted, for all who read or listen', async () => {
  const random = makeRandom(readSeed(20_261_128))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const host = new Person()
  const roomId = await host.createRoom({ capacity: null })
  const messages: ModelMessage[] = []
  const voters: Voter[] = []

  async function connect(person: Person, id: string, after?: number, rev?: number): Promise<Voter> {
    const connection = await person.openConnection(roomId, after, undefined, rev)
    const welcome = await connection.nextEvent('room.welcome', 'no welcome')
    const known = new Map<number, Record<string, number>>()
    for (const { seq, reactions = {} } of [...welcome.messages, ...(welcome.changes ?? [])])
      known.set(seq, reactions)
    return { person, id, connection, known, rev: welcome.rev ?? 0 }
  }
  async function enter(person = new Person()): Promise<Voter> {
    const { participantId } = await person.joinRoom(roomId)
    const voter = await connect(person, participantId)
    voters.push(voter)
    return voter
  }
  /** Learns what a connection was told, as a page would. */
  function learn({ connection, known }: Voter, told = connection.receivedData('chat.reactions')): number {
    for (const { seq, reactions } of told) known.set(seq, reactions)
    return told.at(-1)?.rev ?? 0
  }
  async function come(voter: Voter): Promise<void> {
    const rev = Math.max(voter.rev, learn(voter))
    await voter.connection.disconnect()
    const back = await connect(voter.person, voter.id, messages.length, rev)
    voter.connection = back.connection
    voter.rev = back.rev
    for (const [seq, reactions] of back.known) voter.known.set(seq, reactions)
  }

  await enter(host)
  for (const isSingle of [true, false, false]) {
    await host.postMessage(roomId, { text: 'vote', ...(isSingle && { choice: 'one' }) })
    messages.push({ isSingle, isClosed: false, votes: new Map() })
  }
  for (let count = 0; count < 4; count += 1) await enter()

  for (let step = 0; step < STEPS; step += 1) {
    const seq = 1 + Math.floor(random() * messages.length)
    const message = messages[seq - 1]
    const voter = pick(voters)
    const kind = random()
    if (message === undefined) continue
    if (kind < 0.72) {
      const [code, isOn] = [pick(CODES), random() < 0.8]
      const path = `/messages/${seq}/reactions/${code}`
      const reply = await voter.person.callRoom(roomId, isOn ? 'PUT' : 'DELETE', path)
      expect(reply.status, `step ${step}: ${code} ${isOn}`).toBe(vote(message, voter.id, code, isOn))
    } else if (kind < 0.8) {
      message.isClosed = !message.isClosed
      const method = message.isClosed ? 'PUT' : 'DELETE'
      expect((await host.callRoom(roomId, method, `/messages/${seq}/closed`)).status).toBe(204)
    } else if (kind < 0.86) {
      await come(voter)
    } else if (kind < 0.9) {
      await evictDurableObject(roomObject(roomId))
      await host.readHistory(roomId)
    } else if (voter.person !== host && voters.length > 2) {
      voters.splice(voters.indexOf(voter), 1)
      if (kind < 0.95) {
        await voter.person.callRoom(roomId, 'POST', '/leave')
      } else {
        await host.callRoom(roomId, 'DELETE', `/participants/${voter.id}`)
        for (const each of messages) each.votes.delete(voter.id)
      }
      await enter()
    }
  }

  const expected = messages.map(countVotes)
  for (const voter of voters) {
    const read: Message[] = await voter.person.readHistory(roomId)
    expect(read.map(({ reactions = {} }) => reactions)).toEqual(expected)
    expect(read.map(({ closed = false }) => closed)).toEqual(messages.map(({ isClosed }) => isClosed))
    const mine = messages.map(({ votes }) => [...(votes.get(voter.id) ?? [])].sort())
    expect(read.map((message) => message.mine ?? [])).toEqual(mine)
  }
  // Whatever was not told yet is told before this. Whoever listened, and whoever resumed in between, then knows the same.
  await host.sendMessage(roomId, 'the end')
  await host.callRoom(roomId, 'PUT', `/messages/${messages.length + 1}/reactions/end`)
  for (const voter of voters) {
    await voter.connection.nextEvent(
      'chat.reactions',
      'the end is not told',
      ({ reactions }) => 'end' in reactions,
    )
    learn(voter)
    expect(messages.map((_, at) => voter.known.get(at + 1) ?? {})).toEqual(expected)
  }
}, 60_000)
