import type { Role } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { DestroyBy, RoomPatch } from '../../../protocol/room.ts'
import { ANY_PHASE, BEFORE_CLOSING, type Phase, refusalIn } from './phase.ts'

/** The role that decides what somebody may do: that of their seat, or that of a host or facilitator without one. */
export type EffectiveRole = Role

/** What decides, besides the role, what somebody may do. A room's row has most of it. */
export interface Circumstances {
  /** Seats of the room; null where it has no limit. */
  capacity: number | null
  destroyBy: DestroyBy
  /** Whether only hosts and facilitators may speak. */
  quiet: boolean
  /** Null unless the room is a facilitator's. */
  schedule: object | null
  /** Whether who asks is muted. */
  isMuted?: boolean
  /** Whether so many are present that nobody is named any more. */
  isCrowded?: boolean
}

/** Why somebody may not do something. */
type Denial = 'not-allowed' | 'muted' | 'quiet'

/** When somebody of one role may do something. */
interface Condition {
  /** As docs/protocol.md prints it. */
  says: string
  /** The phases in which they may: only the open room unless it says others. */
  phases?: readonly Phase[]
  /** @returns why they may not; null where they may */
  refusal: (circumstances: Circumstances) => Denial | null
}

const allowedWhere = (says: string, holds: (circumstances: Circumstances) => boolean): Condition => ({
  says,
  refusal: (circumstances) => (holds(circumstances) ? null : 'not-allowed'),
})
const YES: Condition = { says: 'yes', refusal: () => null }
const ALSO_BEFORE: Condition = {
  says: 'yes, also before it opens',
  phases: BEFORE_CLOSING,
  refusal: () => null,
}
const IN_ANY_PHASE: Condition = { says: 'yes, in any phase', phases: ANY_PHASE, refusal: () => null }
const NO = allowedWhere('no', () => false)
const UNLESS_MUTED: Condition = {
  says: 'unless muted',
  refusal: ({ isMuted }) => (isMuted ? 'muted' : null),
}
const UNLESS_MUTED_OR_QUIET: Condition = {
  says: 'unless muted or the room is quiet',
  refusal: (circumstances) => UNLESS_MUTED.refusal(circumstances) ?? (circumstances.quiet ? 'quiet' : null),
}
const UNLESS_MUTED_QUIET_OR_CROWDED: Condition = {
  says: 'unless muted, the room is quiet or over 200 are present',
  refusal: (circumstances) =>
    UNLESS_MUTED_OR_QUIET.refusal(circumstances) ?? (circumstances.isCrowded ? 'not-allowed' : null),
}
const WHERE_ANYONE_DESTROYS = allowedWhere(
  'where anyone may destroy it',
  ({ destroyBy }) => destroyBy === 'anyone',
)
const WHERE_ANYONE_DESTROYS_UNPLANNED = allowedWhere(
  'where anyone may destroy it, unless it is a facilitator’s',
  ({ destroyBy, schedule }) => destroyBy === 'anyone' && schedule === null,
)
const IN_A_ROOM_FOR_TWO = allowedWhere('in a room for two', ({ capacity }) => capacity === 2)
const UNLESS_FACILITATORS = allowedWhere('unless it is a facilitator’s', ({ schedule }) => schedule === null)

/** Who may do something, and to whom. */
interface Permission {
  /** As docs/protocol.md prints it. */
  says: string
  host: Condition
  facilitator: Condition
  participant: Condition
  /** The roles of those whom it may be done to; absent where it is done to nobody. */
  whom?: readonly Role[]
}

const MANAGED = { host: YES, facilitator: YES, participant: NO } as const
const SETTING = { host: YES, facilitator: ALSO_BEFORE, participant: NO } as const
const EVERYBODY = { host: YES, facilitator: YES, participant: YES } as const

/** Everything that not everybody may do in every room: who may, by role. docs/protocol.md prints it. */
export const PERMISSIONS = {
  speak: { says: 'speak, and be shown as typing', ...EVERYBODY, participant: UNLESS_MUTED_OR_QUIET },
  sendFile: { says: 'send a file', ...EVERYBODY, participant: UNLESS_MUTED_QUIET_OR_CROWDED },
  edit: { says: 'edit one’s own message', ...EVERYBODY, participant: UNLESS_MUTED_OR_QUIET },
  takeBack: { says: 'take back another’s message', ...MANAGED },
  rename: { says: 'take another name', ...EVERYBODY, participant: UNLESS_MUTED },
  raiseHand: { says: 'raise and lower one’s own hand', ...EVERYBODY },
  lowerHand: { says: 'lower a hand', ...MANAGED, whom: ['host', 'facilitator', 'participant'] },
  mute: { says: 'mute, and let speak again', ...MANAGED, whom: ['participant'] },
  makeHost: { says: 'make host', ...MANAGED, whom: ['host', 'participant'] },
  takeRole: { says: 'take the role of host', ...MANAGED, whom: ['host', 'participant'] },
  claim: {
    says: 'become host where none is here',
    host: UNLESS_FACILITATORS,
    facilitator: NO,
    participant: UNLESS_FACILITATORS,
  },
  admit: { says: 'let in', ...MANAGED },
  turnAway: { says: 'turn away', ...MANAGED },
  remove: { says: 'remove', ...MANAGED, whom: ['participant'] },
  freeSeat: { says: 'free the seat of who is away', ...MANAGED, whom: ['host', 'participant'] },
  lock: { says: 'lock and unlock', ...SETTING },
  setDoor: { says: 'open and close the door', ...SETTING },
  setFiles: { says: 'allow files', ...SETTING },
  setQuiet: { says: 'make it quiet', ...SETTING },
  setSlow: { says: 'slow it down', ...SETTING },
  pin: { says: 'pin a message', ...SETTING },
  moveEnd: { says: 'move its end', ...SETTING, participant: WHERE_ANYONE_DESTROYS_UNPLANNED },
  destroy: {
    says: 'destroy it',
    host: YES,
    facilitator: IN_ANY_PHASE,
    participant: WHERE_ANYONE_DESTROYS,
  },
  closeVote: { says: 'close and open the vote on another’s message', ...MANAGED },
  rotate: { says: 'rotate the keys', ...MANAGED, participant: IN_A_ROOM_FOR_TWO },
} as const satisfies Record<string, Permission>

/** Something that not everybody may do. */
export type Action = keyof typeof PERMISSIONS

/** An action that is done to somebody. */
export type ActionOnSomebody = {
  [Each in Action]: (typeof PERMISSIONS)[Each] extends { whom: readonly Role[] } ? Each : never
}[Action]

/** @returns why somebody of this role may not do it while the room is open; null where they may */
export function refusalOf(action: Action, role: EffectiveRole, circumstances: Circumstances): Denial | null {
  return PERMISSIONS[action][role].refusal(circumstances)
}

/**
 * Checks whether somebody may do something in the phase that the room is in.
 * @param role null for somebody who has no role here
 */
export function checkAction(
  action: Action,
  role: EffectiveRole | null,
  phase: Phase,
  circumstances: Circumstances,
): Result<void> {
  const condition: Condition = role === null ? NO : PERMISSIONS[action][role]
  const isInPhase = condition.phases?.includes(phase) ?? phase === 'open'
  if (!isInPhase) return refused(refusalIn(phase))
  if (role === null) return refused('not-a-participant')
  const code = refusalOf(action, role, circumstances)
  return code === null ? ok() : refused(code)
}

/** Whether it may be done to somebody of this role. */
export function mayBeDoneTo(action: ActionOnSomebody, role: Role): boolean {
  const whom: readonly Role[] = PERMISSIONS[action].whom
  return whom.includes(role)
}

const ACTION_OF_FIELD = {
  locked: 'lock',
  door: 'setDoor',
  invite: 'setDoor',
  files: 'setFiles',
  quiet: 'setQuiet',
  slow: 'setSlow',
  pinned: 'pin',
  closesAt: 'moveEnd',
} as const satisfies Record<keyof RoomPatch, Action>

/** @returns everything that a change of settings takes */
export function actionsOf(patch: RoomPatch): Action[] {
  return (Object.keys(ACTION_OF_FIELD) as (keyof typeof ACTION_OF_FIELD)[])
    .filter((field) => patch[field] !== undefined)
    .map((field) => ACTION_OF_FIELD[field])
}
