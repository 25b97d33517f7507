/** What somebody may do. */
export type Role = 'host' | 'facilitator' | 'participant'

/** A participant, as the others see them. */
export interface Person {
  participantId: string
  /** What they are called: the name in their card where the room is encrypted and it opens, otherwise the room's alias. */
  name: string
  /** The name that the room itself knows, such as `anonymous-wolf-x7k2p`. */
  alias: string
  role: Role
  /** Until when they may not speak, Unix milliseconds; absent where they may. */
  mutedUntil?: number
  /** When they raised their hand, Unix milliseconds; absent where it is down. */
  handRaisedAt?: number
}

/** Somebody who waits at the door, as hosts see them. */
export interface Visitor {
  participantId: string
  name: string
  alias: string
}

/** A participant as the list of seats has them. */
export interface Seated extends Person {
  connected: boolean
  /** Since when there is no connection, Unix milliseconds; absent where there is one. */
  awaySince?: number
}
