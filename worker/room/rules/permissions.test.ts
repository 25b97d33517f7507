import { describe, expect, test } from 'vitest'
import type { DestroyBy } from '../../../protocol/room.ts'
import { type EffectiveRole, mayDestroy, mayManage } from './permissions.ts'

interface Case {
  power: EffectiveRole
  destroyBy: DestroyBy
  destroy: boolean
  manage: boolean
}
const CASES: Case[] = [
  { power: 'host', destroyBy: 'host', destroy: true, manage: true },
  { power: 'host', destroyBy: 'anyone', destroy: true, manage: true },
  { power: 'facilitator', destroyBy: 'host', destroy: true, manage: true },
  { power: 'facilitator', destroyBy: 'anyone', destroy: true, manage: true },
  { power: 'participant', destroyBy: 'host', destroy: false, manage: false },
  { power: 'participant', destroyBy: 'anyone', destroy: true, manage: false },
]

describe('in a room destroyed by', () => {
  test.for(CASES)('$destroyBy, a $power may destroy: $destroy, and manage: $manage', (each) => {
    expect(mayDestroy(each.power, each.destroyBy)).toBe(each.destroy)
    expect(mayManage(each.power)).toBe(each.manage)
  })
})
