import type { Outcome } from './refusal.ts'
import type { Room } from './room.ts'
import type { RoomSession } from './room-session.ts'
import type { SeatKeys } from './seat.ts'

/** A facilitator's room, as they see it. */
export interface PlannedRoom extends Room {
  title: string
  closesAt: number
  retainFor: number
  /** How many messages are stored. */
  messages: number
}

/** What a facilitator sets for a room before it opens. Instants are Unix milliseconds by the server's clock. */
export interface Plan {
  /** 1 to 120 characters, unique among the facilitator's rooms. */
  title: string
  /** When it opens; at once unless given. */
  opensAt?: number
  closesAt: number
  /** For how many seconds from then on it can be read; a week unless given. */
  retainFor?: number
  /** Seats, or null for no limit, as is unless given. */
  capacity?: number | null
  password?: string
  /** `e2ee` unless given: the server can't read what is said. */
  encryption?: 'none' | 'e2ee'
  destroyBy?: 'anyone' | 'host'
  door?: 'open' | 'knock'
  history?: 'all' | 'from-join'
  files?: boolean
}

/** What a facilitator may change of a plan. In an encrypted room the password changes with the invite link, inside the room. */
export type PlanChange = Partial<Omit<Plan, 'encryption' | 'password'>> & { locked?: boolean }

/**
 * A facilitator's login, and the keys of the rooms that they planned. It can be kept as JSON and passed to `resumeFacilitator`
 * later: keep it as one keeps a password.
 */
export interface FacilitatorSession {
  version: 1
  server: string
  /** The session's token by its cookie's name. Empty in a browser, which keeps it itself. */
  cookies: Readonly<Record<string, string>>
  /** The keys of each room that was planned with this session, by its id. */
  keys: Readonly<Record<string, SeatKeys>>
}

/** How a transcript is read. */
export interface TranscriptOptions {
  /** `json` unless given. */
  format?: 'json' | 'csv' | 'markdown'
  /** The invite link, for a room whose one key opens everything (version 1). */
  link?: string
}

/** Somebody with an account, who plans rooms. */
export interface Facilitator {
  readonly email: string
  /** After signing up: the codes that let in whoever forgot the password, shown this once; otherwise empty. */
  readonly recoveryCodes: readonly string[]
  readonly session: FacilitatorSession
  /** Lists the rooms, the newest first. */
  rooms(): Promise<Outcome<readonly PlannedRoom[]>>
  /** Plans a room. @returns the room, and its invite link */
  scheduleRoom(plan: Plan): Promise<Outcome<{ room: PlannedRoom; link: string }>>
  changeRoom(roomId: string, change: PlanChange): Promise<Outcome<PlannedRoom>>
  deleteRoom(roomId: string): Promise<Outcome<void>>
  /** Comes into one of the facilitator's rooms, as its facilitator. @param options.link where its keys are not in this session */
  joinRoom(roomId: string, options?: { alias?: string; link?: string }): Promise<Outcome<RoomSession>>
  /** Reads what was said, opened, also after the room has closed. */
  readTranscript(roomId: string, options?: TranscriptOptions): Promise<Outcome<string>>
  signOut(): Promise<Outcome<void>>
}
