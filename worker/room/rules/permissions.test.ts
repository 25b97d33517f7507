import { describe, expect, test } from 'vitest'
import type { Role } from '../../../protocol/participant.ts'
import type { RoomPatch } from '../../../protocol/room.ts'
import {
  type Action,
  type ActionOnSomebody,
  actionsOf,
  type Circumstances,
  checkAction,
  mayBeDoneTo,
  PERMISSIONS,
} from './permissions.ts'
import type { Phase } from './phase.ts'

/** A room of many, open, whose host destroys it. */
const USUAL: Circumstances = { capacity: 12, destroyBy: 'host', quiet: false, schedule: null }
const ANYONE: Partial<Circumstances> = { destroyBy: 'anyone' }
const SCHEDULED: Partial<Circumstances> = { schedule: {} }

interface Case {
  action: Action
  /** What the room is like, beside the usual. */
  where?: Partial<Circumstances>
  /** Who may: the host, the facilitator, the participant. */
  host: string
  facilitator: string
  participant: string
}

/** Hosts and facilitators may, participants not. */
const MANAGERS = { host: 'yes', facilitator: 'yes', participant: 'not-allowed' }
const EVERYBODY = { host: 'yes', facilitator: 'yes', participant: 'yes' }

const CASES: Case[] = [
  { action: 'speak', ...EVERYBODY },
  { action: 'speak', where: { isMuted: true }, ...EVERYBODY, participant: 'muted' },
  { action: 'speak', where: { quiet: true }, ...EVERYBODY, participant: 'quiet' },
  { action: 'speak', where: { quiet: true, isMuted: true }, ...EVERYBODY, participant: 'muted' },
  { action: 'sendFile', ...EVERYBODY },
  { action: 'sendFile', where: { isMuted: true }, ...EVERYBODY, participant: 'muted' },
  { action: 'sendFile', where: { quiet: true, isCrowded: true }, ...EVERYBODY, participant: 'quiet' },
  { action: 'sendFile', where: { isCrowded: true }, ...EVERYBODY, participant: 'not-allowed' },
  { action: 'edit', ...EVERYBODY },
  { action: 'edit', where: { isMuted: true }, ...EVERYBODY, participant: 'muted' },
  { action: 'edit', where: { quiet: true }, ...EVERYBODY, participant: 'quiet' },
  { action: 'takeBack', where: ANYONE, ...MANAGERS },
  { action: 'rename', ...EVERYBODY },
  { action: 'rename', where: { isMuted: true }, ...EVERYBODY, participant: 'muted' },
  { action: 'rename', where: { quiet: true }, ...EVERYBODY },
  { action: 'raiseHand', where: { quiet: true, isMuted: true }, ...EVERYBODY },
  { action: 'lowerHand', ...MANAGERS },
  { action: 'mute', ...MANAGERS },
  { action: 'makeHost', ...MANAGERS },
  { action: 'makeHost', where: SCHEDULED, ...MANAGERS },
  { action: 'takeRole', ...MANAGERS },
  { action: 'claim', host: 'yes', facilitator: 'not-allowed', participant: 'yes' },
  {
    action: 'claim',
    where: SCHEDULED,
    host: 'not-allowed',
    facilitator: 'not-allowed',
    participant: 'not-allowed',
  },
  { action: 'admit', ...MANAGERS },
  { action: 'turnAway', ...MANAGERS },
  { action: 'remove', ...MANAGERS },
  { action: 'remove', where: ANYONE, ...MANAGERS },
  { action: 'freeSeat', ...MANAGERS },
  { action: 'lock', where: ANYONE, ...MANAGERS },
  { action: 'setDoor', where: ANYONE, ...MANAGERS },
  { action: 'setFiles', where: ANYONE, ...MANAGERS },
  { action: 'setQuiet', where: ANYONE, ...MANAGERS },
  { action: 'setSlow', where: ANYONE, ...MANAGERS },
  { action: 'pin', where: ANYONE, ...MANAGERS },
  { action: 'moveEnd', ...MANAGERS },
  { action: 'moveEnd', where: ANYONE, ...EVERYBODY },
  { action: 'moveEnd', where: { ...ANYONE, ...SCHEDULED }, ...MANAGERS },
  { action: 'destroy', ...MANAGERS },
  { action: 'destroy', where: ANYONE, ...EVERYBODY },
  { action: 'closeVote', where: ANYONE, ...MANAGERS },
  { action: 'rotate', ...MANAGERS },
  { action: 'rotate', where: { capacity: null }, ...MANAGERS },
  { action: 'rotate', where: { capacity: 2 }, ...EVERYBODY },
]

/** What somebody is answered who wants to do it. */
function answerTo(action: Action, role: Role | null, phase: Phase, where: Partial<Circumstances> = {}) {
  const checked = checkAction(action, role, phase, { ...USUAL, ...where })
  return checked.ok ? 'yes' : checked.refusal.code
}

describe('while the room is open', () => {
  test.for(CASES)(
    '$action ($where): host $host, facilitator $facilitator, participant $participant',
    ({ action, where, host, facilitator, participant }) => {
      const answers = (['host', 'facilitator', 'participant'] as const).map((role) =>
        answerTo(action, role, 'open', where),
      )
      expect(answers).toEqual([host, facilitator, participant])
    },
  )

  test('every action is among these, and nobody without a role may do any', () => {
    const actions = Object.keys(PERMISSIONS) as Action[]
    expect(new Set(CASES.map(({ action }) => action))).toEqual(new Set(actions))
    expect(new Set(actions.map((action) => answerTo(action, null, 'open')))).toEqual(
      new Set(['not-a-participant']),
    )
  })
})

test.for<[Action, Role | null, Phase, string]>([
  ['lock', 'facilitator', 'scheduled', 'yes'],
  ['lock', 'facilitator', 'closed', 'room-closed'],
  ['lock', 'host', 'scheduled', 'room-not-open'],
  ['lock', null, 'scheduled', 'room-not-open'],
  ['moveEnd', 'facilitator', 'scheduled', 'yes'],
  ['destroy', 'facilitator', 'scheduled', 'yes'],
  ['destroy', 'facilitator', 'closed', 'yes'],
  ['destroy', 'host', 'closed', 'room-closed'],
  ['destroy', 'participant', 'gone', 'room-not-found'],
  ['mute', 'facilitator', 'scheduled', 'room-not-open'],
  ['speak', 'facilitator', 'closed', 'room-closed'],
])('%s by a %s of a room that is %s: %s', ([action, role, phase, answer]) => {
  expect(answerTo(action, role, phase)).toBe(answer)
})

test.for<[ActionOnSomebody, Role[]]>([
  ['remove', ['participant']],
  ['freeSeat', ['host', 'participant']],
  ['makeHost', ['host', 'participant']],
  ['takeRole', ['host', 'participant']],
  ['mute', ['participant']],
  ['lowerHand', ['host', 'facilitator', 'participant']],
])('%s may be done to %s', ([action, whom]) => {
  const roles: Role[] = ['host', 'facilitator', 'participant']
  expect(roles.filter((role) => mayBeDoneTo(action, role))).toEqual(whom)
})

test.for<[RoomPatch, Action[]]>([
  [{ locked: false }, ['lock']],
  [{ door: 'knock' }, ['setDoor']],
  [{ door: 'open', invite: 'i1.x' }, ['setDoor', 'setDoor']],
  [{ files: false, quiet: true, slow: 0 }, ['setFiles', 'setQuiet', 'setSlow']],
  [{ pinned: null }, ['pin']],
  [{ closesAt: 1_000 }, ['moveEnd']],
  [{ locked: true, closesAt: 999 }, ['lock', 'moveEnd']],
])('the change %j takes %j', ([patch, actions]) => {
  expect(actionsOf(patch)).toEqual(actions)
})
