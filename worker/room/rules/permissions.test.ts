import { describe, expect, test } from 'vitest'
import type { DestroyBy, RoomPatch } from '../../../protocol/room.ts'
import {
  type EffectiveRole,
  mayBeRemoved,
  mayDestroy,
  mayManage,
  mayPatch,
  maySeatBeFreed,
} from './permissions.ts'

interface Case {
  role: EffectiveRole
  destroyBy: DestroyBy
  destroy: boolean
  manage: boolean
}
const CASES: Case[] = [
  { role: 'host', destroyBy: 'host', destroy: true, manage: true },
  { role: 'host', destroyBy: 'anyone', destroy: true, manage: true },
  { role: 'facilitator', destroyBy: 'host', destroy: true, manage: true },
  { role: 'facilitator', destroyBy: 'anyone', destroy: true, manage: true },
  { role: 'participant', destroyBy: 'host', destroy: false, manage: false },
  { role: 'participant', destroyBy: 'anyone', destroy: true, manage: false },
]

describe('in a room destroyed by', () => {
  test.for(CASES)('$destroyBy, a $role may destroy: $destroy, and manage: $manage', (each) => {
    expect(mayDestroy(each.role, each.destroyBy)).toBe(each.destroy)
    expect(mayManage(each.role)).toBe(each.manage)
  })
})

test.for<[EffectiveRole, removed: boolean, freed: boolean]>([
  ['participant', true, true],
  ['host', false, true],
  ['facilitator', false, false],
])('a %s may be removed: %s, and their seat be freed while they are away: %s', ([role, removed, freed]) => {
  expect([mayBeRemoved(role), maySeatBeFreed(role)]).toEqual([removed, freed])
})

describe('a change of a room that ends at 1,000', () => {
  interface PatchCase {
    role: EffectiveRole
    patch: RoomPatch
    destroyBy?: DestroyBy
    isScheduled?: boolean
    may: boolean
  }
  const PATCHES: PatchCase[] = [
    { role: 'host', patch: { locked: true }, destroyBy: 'host', may: true },
    { role: 'facilitator', patch: { closesAt: 1 }, isScheduled: true, may: true },
    { role: 'participant', patch: { closesAt: 1_001 }, may: true },
    { role: 'participant', patch: { closesAt: 1_000 }, may: false },
    { role: 'participant', patch: { closesAt: 999 }, may: false },
    { role: 'participant', patch: { locked: true }, may: false },
    { role: 'participant', patch: { locked: false, closesAt: 1_001 }, may: false },
    { role: 'participant', patch: {}, may: false },
    { role: 'participant', patch: { closesAt: 1_001 }, destroyBy: 'host', may: false },
    { role: 'participant', patch: { closesAt: 1_001 }, isScheduled: true, may: false },
  ]
  test.for(PATCHES)(
    '$patch is a $role’s: $may, where $destroyBy may destroy it ($isScheduled)',
    ({ role, patch, destroyBy = 'anyone', isScheduled = false, may }) => {
      expect(mayPatch(role, patch, { destroyBy, endsAt: 1_000, isScheduled })).toBe(may)
    },
  )
})
