import { expect, test } from 'vitest'
import type { Room } from '../../protocol/room.ts'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import { noticeSettings } from './notice-settings.ts'
import { emptyRoom } from './room-state.ts'

function change(state: ReturnType<typeof emptyRoom>, was: Partial<Room>, is: Partial<Room>): void {
  noticeSettings(state, exampleRoom(was), exampleRoom(is))
}

test.each<Partial<Room>>([
  { locked: true },
  { door: 'knock' },
  { quiet: true },
  { slow: 30 },
  { pinned: 7 },
  { files: false },
])('a line tells of %o', (changed) => {
  const state = emptyRoom()
  change(state, {}, changed)
  const [[field, value] = []] = Object.entries(changed)
  expect(state.notices.map(({ content }) => content)).toEqual([{ is: 'setting', field, value }])
})

test('what stays as it is, or is no host’s choice, is no line', () => {
  const state = emptyRoom()
  noticeSettings(state, null, exampleRoom({ locked: true }))
  change(state, { quiet: true }, { quiet: true, present: 9 })
  change(state, { expiry: 'sliding' }, { expiry: 'sliding', expiresAt: 5 })
  expect(state.notices).toEqual([])
})

test('a line tells of another end, later or earlier, and of the newest alone', () => {
  const state = emptyRoom()
  change(state, { expiresAt: 9_000 }, { expiresAt: 12_000 })
  change(state, { expiresAt: 12_000 }, { expiresAt: 5_000 })
  expect(state.notices.map(({ content }) => content)).toEqual([{ is: 'end', endsAt: 5_000 }])
})

test('a line tells that the time of the room begins to run', () => {
  const state = emptyRoom()
  change(state, { startedAt: null }, { startedAt: 1_000, expiresAt: 601_000 })
  change(state, { startedAt: 1_000 }, { startedAt: 1_000 })
  expect(state.notices.map(({ content }) => content)).toEqual([{ is: 'started', endsAt: 601_000 }])
})

test('a setting that changes again has one line until something is said', () => {
  const state = emptyRoom()
  change(state, {}, { quiet: true })
  change(state, { quiet: true }, { locked: true })
  expect(state.notices.map(({ content }) => content)).toMatchObject([
    { field: 'locked', value: true },
    { field: 'quiet', value: false },
  ])
  state.messages.push(exampleMessage(1))
  change(state, {}, { quiet: true })
  expect(state.notices).toHaveLength(3)
})

test('a line in the place of another is a new one: what was read out before must not keep it from being read out', () => {
  const state = emptyRoom()
  change(state, {}, { quiet: true })
  const [first] = state.notices
  change(state, { quiet: true }, {})
  const [second] = state.notices
  expect([first?.id, second?.id]).not.toContain(undefined)
  expect(second?.id).toBeGreaterThan(first?.id ?? 0)
})
