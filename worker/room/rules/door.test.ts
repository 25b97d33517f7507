import { describe, expect, test } from 'vitest'
import { type DoorRules, findClosedDoorIssues, type InviteChange, resolveInvite } from './door.ts'

const OPEN: DoorRules = { door: 'open', history: 'all', keys: 2 }
const KNOCK: DoorRules = { ...OPEN, door: 'knock' }
const FROM_JOIN: DoorRules = { ...OPEN, history: 'from-join' }

describe('the invite after a change', () => {
  interface Case {
    what: string
    change: Partial<InviteChange>
    /** The invite that is stored, or `refused`. */
    stored: string | null
  }
  const CASES: Case[] = [
    { what: 'of something else', change: {}, stored: 'old' },
    { what: 'that closes the door', change: { after: KNOCK }, stored: null },
    { what: 'that hides the history', change: { after: FROM_JOIN }, stored: null },
    { what: 'that opens the door with an invite', change: { before: KNOCK, given: 'new' }, stored: 'new' },
    { what: 'that opens the door without one', change: { before: KNOCK }, stored: 'refused' },
    { what: 'that shows the history without one', change: { before: FROM_JOIN }, stored: 'refused' },
    { what: 'that opens an open door with another', change: { given: 'new' }, stored: 'new' },
    { what: 'that brings one alone', change: { given: 'new', isOpening: false }, stored: 'refused' },
    { what: 'that brings one and closes', change: { after: KNOCK, given: 'new' }, stored: 'refused' },
    {
      what: 'that opens a door behind which everybody waits',
      change: { before: { ...FROM_JOIN, door: 'knock' }, after: FROM_JOIN, invite: null },
      stored: null,
    },
    {
      what: 'the same with one',
      change: { before: { ...FROM_JOIN, door: 'knock' }, after: FROM_JOIN, given: 'new' },
      stored: 'refused',
    },
    {
      what: 'that opens the door of a room without a link',
      change: { before: KNOCK, invite: null, hasLink: false },
      stored: null,
    },
    { what: 'the same with one', change: { before: KNOCK, hasLink: false, given: 'new' }, stored: 'refused' },
    {
      what: 'of a room of version 1',
      change: { before: { ...KNOCK, keys: 1 }, after: { ...OPEN, keys: 1 }, invite: null },
      stored: null,
    },
    {
      what: 'the same with one',
      change: { before: { ...KNOCK, keys: 1 }, after: { ...OPEN, keys: 1 }, given: 'new' },
      stored: 'refused',
    },
  ]
  test.for(CASES)('$what: $stored', ({ change, stored }) => {
    const resolved = resolveInvite({
      ...{ before: OPEN, after: OPEN, invite: 'old', given: undefined, hasLink: true, isOpening: true },
      ...change,
    })
    expect(resolved.ok ? resolved.value : 'refused').toBe(stored)
    if (!resolved.ok) expect(resolved.refusal).toMatchObject({ issues: [{ path: 'invite' }] })
  })
})

test.for<[DoorRules, { invite: string | null; back?: string }, string[]]>([
  [OPEN, { invite: 'i', back: 'b' }, []],
  [KNOCK, { invite: 'i', back: 'b' }, ['invite']],
  [KNOCK, { invite: null, back: 'b' }, []],
  [FROM_JOIN, { invite: 'i', back: 'b' }, ['invite', 'back']],
  [FROM_JOIN, { invite: null }, []],
])('where the room is %j a rotation with %j has issues at %j', ([rules, rotation, paths]) => {
  expect(findClosedDoorIssues(rotation, rules).map(({ path }) => path)).toEqual(paths)
})
