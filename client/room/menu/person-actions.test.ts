import { expect, test } from 'vitest'
import type { Role } from '../../../protocol/participant.ts'
import { mayBeDoneTo, refusalOf } from '../../../worker/room/rules/permissions.ts'
import { findPersonActions, type PersonAction } from './person-actions.ts'

const ROLES: Role[] = ['host', 'facilitator', 'participant']
/** What the server calls each. */
const ALLOWED_AS = {
  'make-host': 'makeHost',
  'take-role': 'takeRole',
  mute: 'mute',
  unmute: 'mute',
  'lower-hand': 'lowerHand',
  remove: 'remove',
} as const
const room = { capacity: 10, destroyBy: 'host', quiet: false, schedule: null } as const

test.each(ROLES.flatMap((role) => ROLES.map((whom) => [role, whom] as const)))(
  'a %s is shown what the server allows with a %s, and all of it',
  (role, whom) => {
    const actions = (['muted', 'free'] as const).flatMap((state) =>
      findPersonActions({ role }, { role: whom, hand: 1, ...(state === 'muted' && { muted: 2 }) }, 1),
    )
    const isAllowed = (action: PersonAction) =>
      refusalOf(ALLOWED_AS[action], role, room) === null && mayBeDoneTo(ALLOWED_AS[action], whom)
    expect(actions.filter((action) => !isAllowed(action))).toEqual([])
    const all = Object.keys(ALLOWED_AS) as PersonAction[]
    // Nobody is given a role that they have.
    const idle: PersonAction = whom === 'host' ? 'make-host' : 'take-role'
    expect(all.filter((action) => isAllowed(action) && action !== idle && !actions.includes(action))).toEqual(
      [],
    )
  },
)

test('somebody may be muted again once the time is over, and only a raised hand is lowered', () => {
  const now = 1_000
  const actions = (muted: number) => findPersonActions({ role: 'host' }, { role: 'participant', muted }, now)
  expect(actions(now + 1)).toEqual(['make-host', 'unmute', 'remove'])
  expect(actions(now)).toEqual(['make-host', 'mute', 'remove'])
})
