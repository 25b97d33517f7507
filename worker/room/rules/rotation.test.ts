import { describe, expect, test } from 'vitest'
import { EpochRequest } from '../../../protocol/epochs.ts'
import { EPOCHS_MAX, ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { Role } from '../../../protocol/participant.ts'
import { checkRotation, mayRemoveByRotation } from './rotation.ts'

const id = (number: number) => String(number).padStart(21, '0')
const ids = (count: number) => Array.from({ length: count }, (_, number) => id(number))

/** A rotation to an epoch, as its schema reads it. */
function rotation(epoch: number, members: readonly string[], more: object = {}): EpochRequest {
  return EpochRequest.parse({
    epoch,
    admission: 'a'.repeat(43),
    invite: 'invite',
    wraps: Object.fromEntries(members.map((member) => [member, 'wrap'])),
    check: 'check',
    ...more,
  })
}

interface Case {
  what: string
  request: EpochRequest
  epoch?: number
  members?: string[]
  code: string | undefined
}

test.each<Case>([
  { what: 'the next epoch', request: rotation(2, ids(2)), code: undefined },
  { what: 'the current epoch', request: rotation(1, ids(2)), code: 'stale-epoch' },
  { what: 'an epoch too far', request: rotation(3, ids(2)), code: 'stale-epoch' },
  { what: 'one seat too few', request: rotation(2, ids(1)), code: 'members-changed' },
  { what: 'one seat too many', request: rotation(2, ids(3)), code: 'members-changed' },
  { what: 'another seat', request: rotation(2, [id(0), id(7)]), code: 'members-changed' },
  {
    what: 'the last epoch that a room has',
    request: rotation(EPOCHS_MAX, ids(2)),
    epoch: EPOCHS_MAX - 1,
    code: undefined,
  },
  {
    what: 'one epoch more',
    request: rotation(EPOCHS_MAX + 1, ids(2)),
    epoch: EPOCHS_MAX,
    code: 'too-many-epochs',
  },
  {
    what: 'a card of nobody',
    request: rotation(2, ids(2), { cards: { [id(9)]: 'card' } }),
    code: 'invalid-request',
  },
  {
    what: 'an invite without a link',
    request: rotation(2, ids(2), { admission: null }),
    code: 'invalid-request',
  },
  {
    what: 'a password without a link',
    request: rotation(2, ids(2), { admission: null, invite: null, password: 'proof' }),
    code: 'invalid-request',
  },
  { what: 'no link', request: rotation(2, ids(2), { admission: null, invite: null }), code: undefined },
  {
    what: 'the most seats that keys rotate for',
    request: rotation(2, ids(ROTATION_SEATS_MAX)),
    members: ids(ROTATION_SEATS_MAX),
    code: undefined,
  },
  {
    what: 'another admission for more seats',
    request: rotation(1, []),
    members: ids(ROTATION_SEATS_MAX + 1),
    code: undefined,
  },
  {
    what: 'other keys for more seats',
    request: rotation(2, []),
    members: ids(ROTATION_SEATS_MAX + 1),
    code: 'stale-epoch',
  },
])('a rotation with $what is refused with $code', ({ request, epoch = 1, members = ids(2), code }) => {
  expect(checkRotation(request, { epoch, members }).refusal?.code).toBe(code)
})

/** Somebody who would remove a seat with a rotation. */
interface RemovalCase {
  role: Role
  seat: Role
  isAway: boolean
  isFacilitators?: boolean
  capacity: number | null
  may: boolean
}

describe('who may', () => {
  test.each([
    { role: 'host', seat: 'participant', isAway: false, capacity: 12, may: true },
    { role: 'host', seat: 'host', isAway: true, capacity: 12, may: false },
    { role: 'host', seat: 'facilitator', isAway: true, capacity: 12, may: false },
    { role: 'participant', seat: 'participant', isAway: true, capacity: 12, may: false },
    { role: 'participant', seat: 'host', isAway: true, capacity: 2, may: true },
    { role: 'participant', seat: 'host', isAway: false, capacity: 2, may: false },
    { role: 'host', seat: 'participant', isAway: false, capacity: 2, may: true },
    { role: 'participant', seat: 'facilitator', isAway: true, isFacilitators: true, capacity: 2, may: false },
    { role: 'participant', seat: 'participant', isAway: true, isFacilitators: true, capacity: 2, may: false },
    { role: 'host', seat: 'participant', isAway: true, isFacilitators: true, capacity: 12, may: false },
    { role: 'facilitator', seat: 'facilitator', isAway: true, isFacilitators: true, capacity: 2, may: false },
    { role: 'facilitator', seat: 'participant', isAway: true, isFacilitators: true, capacity: 12, may: true },
  ] as RemovalCase[])(
    'remove a $seat (away: $isAway, the facilitator’s: $isFacilitators) by a rotation, as a $role of a room for $capacity: $may',
    ({ role, seat, isAway, isFacilitators = false, capacity, may }) => {
      expect(mayRemoveByRotation(role, { role: seat, isFacilitators, isAway }, capacity)).toBe(may)
    },
  )
})
