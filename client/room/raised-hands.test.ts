import { expect, test } from 'vitest'
import { PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { exampleWelcome } from '../../test/support/examples.ts'
import { applyEvent } from './apply.ts'
import { findRaisedHands } from './raised-hands.ts'
import { emptyRoom, type RoomState } from './room-state.ts'

function raise(state: RoomState, who: string, hand: number | undefined, present = 3): void {
  const data = { participantId: who, alias: who, role: 'participant', present, ...(hand && { hand }) }
  applyEvent(state, { event: 'presence.update', data } as RoomEvent, 0)
}
const names = (state: RoomState) => findRaisedHands(state).map(({ alias }) => alias)

function welcomed(...names: string[]): RoomState {
  const state = emptyRoom()
  const welcome = exampleWelcome([])
  if (welcome.event === 'room.welcome')
    for (const name of names)
      welcome.data.participants.push({ participantId: name, alias: name, role: 'participant' })
  applyEvent(state, welcome, 0)
  return state
}

test('hands are in the order of raising, also one’s own, and go when they are lowered or somebody leaves', () => {
  const state = welcomed('ada', 'ben')
  raise(state, 'ben', 5)
  raise(state, 'me', 7)
  raise(state, 'ada', 6)
  expect(names(state)).toEqual(['ben', 'ada', 'me'])
  expect(state.me?.hand).toBe(7)
  raise(state, 'ben', undefined)
  expect(names(state)).toEqual(['ada', 'me'])
  const left = { participantId: 'ada', alias: 'ada', role: 'participant', present: 2 } as const
  applyEvent(state, { event: 'presence.leave', data: left }, 0)
  expect(names(state)).toEqual(['me'])
})

test('a host hears of hands of those whom a large room does not list; a list that comes again takes their place', () => {
  const state = welcomed()
  const large = PRESENCE_LISTED_MAX + 1
  raise(state, 'ada', 6, large)
  raise(state, 'ben', 5, large)
  expect(names(state)).toEqual(['ben', 'ada'])
  expect(state.participants).toHaveLength(1)
  raise(state, 'ben', undefined, large)
  // The line was cut: the welcome of a large room names nobody else.
  applyEvent(state, exampleWelcome([]), 0)
  expect(names(state)).toEqual(['ada'])
  const participants = [{ participantId: 'cleo', alias: 'cleo', role: 'participant', hand: 4 } as const]
  applyEvent(state, { event: 'presence.count', data: { present: 2, participants } }, 0)
  expect(names(state)).toEqual(['cleo'])
})

test('the welcome says that oneself is muted, and that one’s own hand is up', () => {
  const state = emptyRoom()
  const welcome = exampleWelcome([])
  if (welcome.event === 'room.welcome')
    welcome.data.participants = welcome.data.participants.map((one) => ({ ...one, muted: 9, hand: 8 }))
  applyEvent(state, welcome, 0)
  expect(state.me).toMatchObject({ muted: 9, hand: 8 })
})
