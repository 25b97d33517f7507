import { expect, test } from 'vitest'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { applyAndNotice } from '../../test/support/apply-and-notice.ts'
import { exampleMessage, exampleMessages, exampleRoom, exampleWelcome } from '../../test/support/examples.ts'
import { emptyRoom, type RoomState } from './room-state.ts'

const other = { participantId: 'other', alias: 'wolf', role: 'participant' } as const
const presence = (
  event: 'presence.join' | 'presence.leave' | 'presence.update',
  present: number,
  data = {},
) => ({ event, data: { ...other, present, ...data } }) as RoomEvent

/** A room that has welcomed `me` with messages 1 to `messages`. */
function welcomed(messages = 0): RoomState {
  const state = emptyRoom()
  applyAndNotice(state, exampleWelcome(messages ? exampleMessages(1, messages) : [], messages, exampleRoom()))
  return state
}

/** The lines about names: after which message, from which name to which. */
const renames = ({ notices }: RoomState) =>
  notices.flatMap(({ afterSeq, content }) =>
    content.is === 'rename' ? [[afterSeq, content.from, content.to]] : [],
  )

test('a name that comes after the alias of the room, when the card opens, is no new name', () => {
  const state = welcomed(2)
  const update = (alias: string, data = {}) =>
    applyAndNotice(state, presence('presence.update', 2, { alias, ...data }))
  applyAndNotice(state, presence('presence.join', 2, { alias: 'anonymous-otter' }))
  update('Ada', { animal: 'anonymous-otter' })
  update('anonymous-otter')
  update('Ada', { animal: 'anonymous-otter' })
  expect(renames(state)).toEqual([])
  update('Ida', { animal: 'anonymous-otter' })
  expect(renames(state)).toEqual([[2, 'Ada', 'Ida']])
})

test('a new name is shown in the log, once for all names that somebody had between two messages', () => {
  const state = welcomed(2)
  const rename = (alias: string, data = {}) =>
    applyAndNotice(state, presence('presence.update', 2, { alias, ...data }))
  const notices = () => renames(state)
  applyAndNotice(state, presence('presence.join', 2))
  rename('wolf', { role: 'host' })
  expect(notices()).toEqual([])
  rename('fox')
  rename('hare')
  expect(notices()).toEqual([[2, 'wolf', 'hare']])
  applyAndNotice(state, { event: 'chat.message', data: exampleMessage(3) })
  rename('deer')
  rename('owl', { participantId: 'me' })
  rename('me', { participantId: 'me' })
  expect(notices()).toEqual([
    [2, 'wolf', 'hare'],
    [3, 'hare', 'deer'],
  ])
  // While the line was cut somebody took another name.
  const welcome = exampleWelcome([], 3)
  if (welcome.event === 'room.welcome')
    welcome.data.participants.push({ participantId: 'other', alias: 'lynx', role: 'participant' })
  applyAndNotice(state, welcome)
  expect(notices().at(-1)).toEqual([3, 'hare', 'lynx'])
})

test('in a large room no new name is shown in the log', () => {
  const state = welcomed()
  applyAndNotice(state, presence('presence.join', 200))
  applyAndNotice(state, presence('presence.update', 201, { alias: 'fox' }))
  expect(renames(state)).toEqual([])
})
