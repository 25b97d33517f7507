import { expect, test } from 'vitest'
import type { Refusal } from '../../protocol/refusal.ts'
import { exampleRoom } from '../../test/support/examples.ts'
import type { Unreachable } from '../net/http.ts'
import { type Effect, firstStage, reduceStage, type StageEvent } from './room-machine.ts'
import type { OverReason, Prompt, Stage } from './room-stage.ts'

const entry = { answer: { alias: 'wolf' }, failures: 0 }
const password: Prompt = { is: 'password', wrong: false, retryAfter: null }
const full: Prompt = { is: 'refused', code: 'room-full' }
const retried: Prompt = { is: 'refused', code: 'busy', retryAt: 9_000 }
const attempt = { prompt: null, next: null, ...entry }
const unlocking: Stage = { is: 'unlocking', ...attempt }
const joining: Stage = { is: 'joining', ...attempt }
const waiting = (prompt: Prompt): Stage => ({ is: 'waiting', prompt, ...entry })
const live: Stage = { is: 'live' }
const leaving: Stage = { is: 'leaving' }
const over = (why: OverReason, remains: 'nothing' | 'may-return' | 'owes-leave'): Stage => ({
  is: 'over',
  why,
  remains,
})
const atDoor = waiting({ is: 'door', room: exampleRoom() })
const refused = (refusal: Refusal | Unreachable): StageEvent => ({
  is: 'refused',
  refusal,
  now: 1_000,
  random: 0.5,
})
const answered = (answer = {}): StageEvent => ({ is: 'answered', answer, now: 1_000 })

interface Case {
  what: string
  from: Stage
  event: StageEvent
  to: Stage
  effects?: Effect[]
}

const CASES: Case[] = [
  { what: 'the keys are known', from: unlocking, event: { is: 'unlocked' }, to: joining, effects: ['join'] },
  {
    what: 'a greeting comes before the seat',
    from: unlocking,
    event: { is: 'prompted', prompt: { is: 'greeting', room: exampleRoom() } },
    to: waiting({ is: 'greeting', room: exampleRoom() }),
  },
  {
    what: 'somebody has knocked',
    from: joining,
    event: { is: 'prompted', prompt: { is: 'door', room: exampleRoom() } },
    to: atDoor,
  },
  { what: 'who waited is let in', from: atDoor, event: { is: 'joined' }, to: { is: 'live', letIn: true } },
  {
    what: 'who is turned away is told so, and keeps nothing',
    from: atDoor,
    event: { is: 'ended', why: 'removed' },
    to: { is: 'over', why: 'turned-away', remains: 'nothing' },
    effects: ['forget'],
  },
  {
    what: 'who was away from the door for long knocks again',
    from: atDoor,
    event: { is: 'ended', why: 'seat-lost' },
    to: {
      ...{ is: 'unlocking', prompt: { is: 'door', room: exampleRoom() }, next: null },
      ...{ answer: { alias: 'wolf', greeted: true }, failures: 0 },
    },
    effects: ['unlock'],
  },
  {
    what: 'who stops waiting keeps nothing',
    from: atDoor,
    event: { is: 'leaving' },
    to: { is: 'over', why: 'gave-up', remains: 'nothing' },
    effects: ['forget'],
  },
  { what: 'the seat is taken', from: joining, event: { is: 'joined' }, to: live },
  {
    what: 'a password is asked for',
    from: joining,
    event: refused({ code: 'password-required' }),
    to: waiting(password),
  },
  {
    what: 'an answer keeps its form on the page while it is on its way',
    from: waiting(password),
    event: answered({ password: 'good' }),
    to: { ...attempt, is: 'unlocking', prompt: password, answer: { alias: 'wolf', password: 'good' } },
    effects: ['unlock'],
  },
  {
    what: 'trying again makes room for the attempt',
    from: waiting(full),
    event: answered(),
    to: unlocking,
    effects: ['unlock'],
  },
  {
    what: 'what is answered during an attempt waits for it',
    from: joining,
    event: answered({ alias: 'fox' }),
    to: { ...attempt, is: 'joining', next: { alias: 'fox' } },
  },
  {
    what: 'and is tried when the attempt is refused',
    from: { ...attempt, is: 'joining', next: { alias: 'fox' } },
    event: refused({ code: 'alias-taken' }),
    to: {
      ...attempt,
      is: 'unlocking',
      prompt: { is: 'name', name: 'wolf', why: 'taken' },
      answer: { alias: 'fox' },
    },
    effects: ['unlock'],
  },
  {
    what: 'what passes by itself is tried again by itself',
    from: joining,
    event: refused({ code: 'busy', retryAfter: 3 }),
    to: { ...waiting({ is: 'refused', code: 'busy', retryAt: 5_000 }), failures: 1 } as Stage,
    effects: [{ retryAfter: 4_000 }],
  },
  {
    what: 'the wait that is over stays on the page until there is an answer',
    from: waiting(retried),
    event: answered(),
    to: { ...attempt, is: 'unlocking', prompt: { is: 'refused', code: 'busy', retryAt: 1_000 } },
    effects: ['unlock'],
  },
  {
    what: 'a network that is back tries what would be tried again',
    from: waiting(retried),
    event: { is: 'online', now: 2_000 },
    to: { ...attempt, is: 'unlocking', prompt: { is: 'refused', code: 'busy', retryAt: 2_000 } },
    effects: ['unlock'],
  },
  {
    what: 'a network that is back does not answer a form',
    from: waiting(password),
    event: { is: 'online', now: 2_000 },
    to: waiting(password),
  },
  {
    what: 'no way in leaves nothing behind',
    from: joining,
    event: refused({ code: 'room-not-found' }),
    to: waiting({ is: 'refused', code: 'room-not-found' }),
    effects: ['forget'],
  },
  {
    what: 'a full room is waited for',
    from: joining,
    event: refused({ code: 'room-full' }),
    to: waiting(full),
  },
  { what: 'somebody leaves', from: live, event: { is: 'leaving' }, to: leaving, effects: ['leave'] },
  {
    what: 'and has left',
    from: leaving,
    event: { is: 'left', reached: true },
    to: over('left', 'nothing'),
    effects: ['forget'],
  },
  {
    what: 'and has left when the room closes the socket before it answers',
    from: leaving,
    event: { is: 'ended', why: 'seat-lost' },
    to: over('left', 'nothing'),
    effects: ['forget'],
  },
  {
    what: 'without a network the seat is still to be given back',
    from: leaving,
    event: { is: 'left', reached: false },
    to: over('left', 'owes-leave'),
    effects: ['forget'],
  },
  {
    what: 'also where the answer comes after the end',
    from: over('left', 'nothing'),
    event: { is: 'left', reached: false },
    to: over('left', 'owes-leave'),
  },
  {
    what: 'the next network gives it back',
    from: over('left', 'owes-leave'),
    event: { is: 'online', now: 0 },
    to: over('left', 'owes-leave'),
    effects: ['leave'],
  },
  {
    what: 'the room ends',
    from: live,
    event: { is: 'ended', why: 'expired' },
    to: over('expired', 'nothing'),
    effects: ['forget'],
  },
  {
    what: 'a room that may go on keeps what was not sent',
    from: live,
    event: { is: 'ended', why: 'expired', mayReturn: true },
    to: over('expired', 'may-return'),
    effects: ['keep-unsent'],
  },
  {
    what: 'a lost seat keeps what was not sent',
    from: live,
    event: { is: 'ended', why: 'seat-lost' },
    to: over('seat-lost', 'may-return'),
    effects: ['keep-unsent'],
  },
  {
    what: 'the first end counts',
    from: over('seat-lost', 'may-return'),
    event: { is: 'ended', why: 'expired' },
    to: over('seat-lost', 'may-return'),
  },
  {
    what: 'a tab is wiped that keeps something for who may return',
    from: over('seat-lost', 'may-return'),
    event: { is: 'ended', why: 'wiped' },
    to: over('wiped', 'nothing'),
    effects: ['forget'],
  },
  {
    what: 'a tab is wiped where nothing is left',
    from: over('left', 'owes-leave'),
    event: { is: 'ended', why: 'wiped' },
    to: over('left', 'owes-leave'),
  },
  {
    what: 'a tab is wiped where somebody was leaving already',
    from: leaving,
    event: { is: 'ended', why: 'wiped' },
    to: over('wiped', 'nothing'),
    effects: ['forget'],
  },
  { what: 'who is inside answers nothing', from: live, event: answered({ alias: 'fox' }), to: live },
  { what: 'who is outside can not leave', from: joining, event: { is: 'leaving' }, to: joining },
]

test.each(CASES)('$what', ({ from, event, to, effects = [] }) => {
  expect(reduceStage(from, event)).toEqual([to, ...effects])
})

test('failures in a row are counted, and an answer of the room starts over', () => {
  const [once] = reduceStage(joining, refused({ code: 'unreachable' }))
  const [again] = reduceStage(once, answered())
  const [twice] = reduceStage(again, refused({ code: 'unreachable' }))
  expect(twice).toMatchObject({ is: 'waiting', failures: 2 })
  const [third] = reduceStage(twice, answered())
  expect(reduceStage(third, refused({ code: 'password-required' }))[0]).toMatchObject({ failures: 0 })
})

test('an event that means nothing in a stage changes nothing, not even the object', () => {
  const events: StageEvent[] = [
    { is: 'unlocked' },
    { is: 'joined' },
    { is: 'left', reached: true },
    answered(),
  ]
  for (const event of events) expect(reduceStage(live, event)[0]).toBe(live)
})

test('a visitor begins with the keys, under the name that is known', () => {
  expect(firstStage('wolf')).toEqual(unlocking)
})
