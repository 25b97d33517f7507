import { expect, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import type { Pending } from './room-state.ts'
import { findSpeechLimit, isUntilTold, type SpeechLimit } from './speaking.ts'

interface Case {
  what: string
  role?: Role
  muted?: number
  room?: Parameters<typeof exampleRoom>[0]
  /** Who said something, one millisecond after the other from 1,000,001 on. */
  said?: string[]
  now?: number
  pending?: Pending[]
  limit: SpeechLimit | null
}
const waiting: Pending = { id: 'm', text: 'm', typedAt: 0, state: 'waiting' }
const CASES: Case[] = [
  { what: 'nothing', limit: null },
  { what: 'muted until a time', muted: 1_200_000, limit: { is: 'muted', until: 1_200_000 } },
  { what: 'muted until told', muted: 4_102_444_800_000, limit: { is: 'muted', until: null } },
  { what: 'a time that is over', muted: 1_000_000, limit: null },
  {
    what: 'muted in a quiet room',
    muted: 1_200_000,
    room: { quiet: true },
    limit: { is: 'muted', until: 1_200_000 },
  },
  { what: 'a quiet room', room: { quiet: true }, limit: { is: 'quiet' } },
  {
    what: 'nothing for a host of a quiet, slow room',
    role: 'host',
    room: { quiet: true, slow: 30 },
    limit: null,
  },
  {
    what: 'a slow room before the first message',
    room: { slow: 30 },
    said: ['ada'],
    limit: { is: 'slow', seconds: 30, isWaiting: false },
  },
  {
    what: 'a slow room after a message',
    room: { slow: 30 },
    said: ['me', 'ada'],
    limit: { is: 'slow', seconds: 30, isWaiting: true },
  },
  {
    what: 'a slow room once it has passed',
    room: { slow: 30 },
    said: ['me', 'ada'],
    now: 1_030_001,
    limit: { is: 'slow', seconds: 30, isWaiting: false },
  },
  {
    what: 'a slow room while a message waits',
    room: { slow: 30 },
    pending: [waiting],
    limit: { is: 'slow', seconds: 30, isWaiting: true },
  },
]

test.each(CASES)(
  'what limits somebody: $what',
  ({ role = 'participant', muted, room, said = [], now = 1_000_010, pending = [], limit }) => {
    const me = { participantId: 'me', alias: 'me', role, ...(muted && { muted }) }
    const messages = said.map((who, at) => exampleMessage(at + 1, who))
    expect(findSpeechLimit({ me, room: exampleRoom(room), messages, pending }, now)).toEqual(limit)
  },
)

test('a time beyond any life of the room is until told otherwise', () => {
  expect(isUntilTold(1_600_000 + 86_400_000, exampleRoom())).toBe(false)
  expect(isUntilTold(1_600_001 + 86_400_000, exampleRoom())).toBe(true)
})
