import { expect, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { findHeirs, isHandingOver, isLeavingCostly } from './leaving.ts'

interface Case {
  what: string
  role: Role
  /** The roles of the others who are here. */
  others: Role[]
  room?: Parameters<typeof exampleRoom>[0]
  isCostly: boolean
  isHandingOver?: boolean
}
const CASES: Case[] = [
  {
    what: 'can’t come back into a locked room',
    role: 'participant',
    others: ['host'],
    room: { locked: true },
    isCostly: true,
  },
  { what: 'comes back into an open one', role: 'participant', others: ['host'], isCostly: false },
  {
    what: 'hands the room to one of the others',
    role: 'host',
    others: ['participant', 'participant'],
    isCostly: true,
    isHandingOver: true,
  },
  { what: 'is alone', role: 'host', others: [], isCostly: false },
  { what: 'leaves another host', role: 'host', others: ['participant', 'host'], isCostly: false },
  {
    what: 'has no choice in a room for two',
    role: 'host',
    others: ['participant'],
    room: { capacity: 2, locked: true },
    isCostly: false,
  },
  {
    what: 'leaves a facilitator’s room to its facilitator',
    role: 'host',
    others: ['participant'],
    room: { closesAt: 1_600_000 },
    isCostly: false,
  },
  { what: 'is the facilitator', role: 'facilitator', others: ['participant'], isCostly: false },
]

test.each(CASES)(
  'a $role who $what is asked before leaving: $isCostly',
  ({ role, others, isCostly, ...more }) => {
    const me = { participantId: 'me', alias: 'me', role }
    const participants = [
      me,
      ...others.map((role, at) => ({ participantId: `p${at}`, alias: `p${at}`, role })),
    ]
    const room = exampleRoom({ capacity: 10, ...more.room })
    const state = { room, me, present: participants.length, participants }
    expect([isLeavingCostly(state), isHandingOver(state)]).toEqual([isCostly, more.isHandingOver ?? false])
  },
)

test('the next host is one of the participants who are here, and not oneself', () => {
  const people = (['host', 'participant', 'facilitator', 'participant'] as const).map((role, at) => ({
    participantId: `p${at}`,
    alias: `p${at}`,
    role,
  }))
  const heirs = findHeirs({ me: people[3] ?? null, participants: people })
  expect(heirs.map(({ participantId }) => participantId)).toEqual(['p1'])
})
