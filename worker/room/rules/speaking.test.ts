import { expect, test } from 'vitest'
import type { Role } from '../../../protocol/participant.ts'
import type { Circumstances } from './permissions.ts'
import { checkPace, checkSpeech } from './speaking.ts'

const ROOM: Circumstances = { capacity: 5, destroyBy: 'host', quiet: false, schedule: null }
const answerOf = (result: ReturnType<typeof checkPace>) => result.refusal ?? 'yes'

interface Case {
  what: 'speak' | 'rename'
  role?: Role
  mutedUntil?: number
  quiet?: boolean
  answer: 'yes' | 'muted' | 'quiet'
}

test.for<Case>([
  { what: 'speak', answer: 'yes' },
  { what: 'speak', mutedUntil: 1_001, answer: 'muted' },
  { what: 'speak', mutedUntil: 1_000, answer: 'yes' },
  { what: 'rename', mutedUntil: 1_001, answer: 'muted' },
  { what: 'rename', mutedUntil: 1_000, answer: 'yes' },
  { what: 'speak', quiet: true, answer: 'quiet' },
  { what: 'rename', quiet: true, answer: 'yes' },
  { what: 'speak', quiet: true, mutedUntil: 1_001, answer: 'muted' },
  { what: 'speak', role: 'host', quiet: true, answer: 'yes' },
  { what: 'speak', role: 'facilitator', quiet: true, answer: 'yes' },
])('$what at 1,000, by a $role muted until $mutedUntil, quiet: $quiet: $answer', (each) => {
  const { what, role = 'participant', mutedUntil = null, quiet = false, answer } = each
  const checked = checkSpeech(what, { role, mutedUntil }, { ...ROOM, quiet }, 1_000)
  expect(checked.refusal?.code ?? 'yes').toBe(answer)
})

test.for<[role: Role, spokeAt: number | null, slow: number, retryAfter: number | null]>([
  ['participant', 10_000, 0, null],
  ['participant', null, 30, null],
  ['participant', 10_000, 30, 30],
  ['participant', 9_500, 30, 30],
  ['participant', 9_000, 30, 29],
  ['participant', -19_999, 30, 1],
  ['participant', -20_000, 30, null],
  ['host', 10_000, 30, null],
  ['facilitator', 10_000, 30, null],
  // A clock that was set back.
  ['participant', 90_000, 30, 30],
])('a %s who spoke at %j and speaks at 10,000 in a room slowed to %i waits %j seconds', (each) => {
  const [role, spokeAt, slow, retryAfter] = each
  expect(answerOf(checkPace(role, spokeAt, slow, 10_000))).toEqual(
    retryAfter === null ? 'yes' : { code: 'slow-down', retryAfter },
  )
})
