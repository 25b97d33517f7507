import { expect, test } from 'vitest'
import type { Room } from '../../protocol/room.ts'
import { applyAndNotice } from '../../test/support/apply-and-notice.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import { retentionOf } from './retention.ts'
import { emptyRoom } from './room-state.ts'

const circle = (differing: Partial<Room> = {}) =>
  exampleRoom({ closesAt: 2_000_000, retainFor: 60, encryption: 'e2ee', ...differing })

interface Case {
  what: string
  room: Room
  keeps: ReturnType<typeof retentionOf>
}
const CASES: Case[] = [
  { what: 'a room of nobody', room: exampleRoom(), keeps: null },
  {
    what: 'an encrypted one that is kept',
    room: circle(),
    keeps: { until: 2_060_000, after: 60, isReadable: false },
  },
  { what: 'an encrypted one that is not', room: circle({ retainFor: 0 }), keeps: null },
  {
    what: 'one that the server reads',
    room: circle({ encryption: 'none' }),
    keeps: { until: 2_060_000, after: 60, isReadable: true },
  },
  {
    what: 'one that the server reads while it is open',
    room: circle({ encryption: 'none', retainFor: 0 }),
    keeps: { until: 2_000_000, after: 0, isReadable: true },
  },
]

test.for(CASES)('who can read what is said, and until when: $what', ({ room, keeps }) => {
  expect(retentionOf(room)).toEqual(keeps)
})

test('a line of the log shows when it is another time, once, after the message it came after', () => {
  const state = emptyRoom()
  const welcome = (room: Room) => {
    const me = { participantId: 'me', alias: 'me', role: 'participant' } as const
    const data = { ...me, room, participants: [me], messages: [], lastSeq: 0, protocol: 1 }
    applyAndNotice(state, { event: 'room.welcome', data })
  }
  const update = (room: Room) => applyAndNotice(state, { event: 'room.update', data: room })
  const notices = () =>
    state.notices.flatMap(({ content, afterSeq }) =>
      content.is === 'retention' ? [[retentionOf(content.room)?.until, afterSeq]] : [],
    )
  welcome(circle())
  update(circle({ locked: true, title: 'Another' }))
  expect(notices()).toEqual([])
  update(circle({ retainFor: 30 }))
  update(circle({ retainFor: 30 }))
  expect(notices()).toEqual([[2_030_000, 0]])
  // While the line was cut its end was moved.
  welcome(circle({ retainFor: 30, closesAt: 3_000_000 }))
  expect(notices().at(-1)).toEqual([3_030_000, 0])
  update(circle({ retainFor: 0, closesAt: 3_000_000 }))
  expect(notices().at(-1)).toEqual([undefined, 0])
  update(circle({ retainFor: 0, closesAt: 2_500_000 }))
  expect(notices()).toHaveLength(3)
})

test('a stranger’s room that is given more time has no line of what is kept', () => {
  const state = emptyRoom()
  applyAndNotice(state, { event: 'room.update', data: exampleRoom() })
  applyAndNotice(state, { event: 'room.update', data: exampleRoom({ expiresAt: 9_000_000 }) })
  expect(state.notices.map(({ content }) => content.is)).toEqual(['end'])
})
