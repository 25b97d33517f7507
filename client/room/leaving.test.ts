import { expect, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { isLeavingCostly } from './leaving.ts'

interface Case {
  role: Role
  locked: boolean
  present: number
  destroyBy: 'host' | 'anyone'
  isCostly: boolean
}
const CASES: Case[] = [
  { role: 'participant', locked: true, present: 2, destroyBy: 'anyone', isCostly: true },
  { role: 'participant', locked: false, present: 2, destroyBy: 'host', isCostly: false },
  { role: 'host', locked: true, present: 2, destroyBy: 'anyone', isCostly: false },
  { role: 'host', locked: false, present: 2, destroyBy: 'host', isCostly: true },
  { role: 'host', locked: false, present: 1, destroyBy: 'host', isCostly: false },
]

test.each(CASES)(
  'a $role of $present (locked: $locked, destroyed by: $destroyBy) leaves at a cost: $isCostly',
  ({ role, present, isCostly, ...room }) => {
    const me = { participantId: 'me', alias: 'me', role }
    expect(isLeavingCostly({ room: exampleRoom(room), me, present })).toBe(isCostly)
  },
)
