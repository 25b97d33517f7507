import { expectTypeOf, test } from 'vitest'
import type { Room as WireRoom } from '../../../protocol/room.ts'
import type { AccountRoom } from '../../../protocol/schedule.ts'
import type { PlannedRoom } from './facilitator.ts'
import type { Room } from './room.ts'

test('a room has the fields that the server sends, and no others', () => {
  expectTypeOf<Room>().toEqualTypeOf<WireRoom>()
  expectTypeOf<PlannedRoom>().toEqualTypeOf<AccountRoom>()
})
