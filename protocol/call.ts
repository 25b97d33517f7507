import type * as z from 'zod'
import type { RefusalCode } from './refusal.ts'

/**
 * Who may make a call: everybody; everybody, with a cookie that says who they are, if they have one; who has a seat; who may read,
 * which the facilitator may without a seat; who may manage the room, which its host may without a seat; who is signed in.
 */
export type Access = 'anyone' | 'visitor' | 'seat' | 'reading' | 'managing' | 'account'

/** The cookies by which somebody makes a call: any of them is enough. Whoever may be anybody brings them only to be known. */
export const COOKIES_OF: Readonly<Record<Access, readonly string[]>> = {
  anyone: [],
  visitor: ['x-auth-token', 'x-host-token', 'session'],
  seat: ['x-auth-token'],
  reading: ['x-auth-token', 'session'],
  managing: ['x-auth-token', 'x-host-token', 'session'],
  account: ['session'],
}

/** What a call is about. */
export type Topic =
  | 'Rooms'
  | 'Participants'
  | 'Messages'
  | 'Files'
  | 'Keys'
  | 'Connections'
  | 'Accounts'
  | 'Plans'
  | 'Server'

/** The body of each good answer by its status; null where it has none. */
export type Answers = Readonly<Record<number, z.ZodType | null>>

/** A call of the API: everything that whoever makes it has to know. */
export interface Call {
  /** A verb and its object: the name of the operation. */
  readonly id: string
  readonly topic: Topic
  /** One sentence: what it does. */
  readonly summary: string
  /** What else there is to say, in Markdown. */
  readonly details?: string
  readonly access: Access
  readonly query?: z.ZodType
  /**
   * The schema of its JSON body. `empty` where it takes none and refuses fields, `octets` where the body is no JSON; absent where
   * no body is looked at.
   */
  readonly body?: z.ZodType | 'empty' | 'octets'
  /** A body that may be sent. */
  readonly example?: object
  readonly answers: Answers
  /** The media types of its good answer, where that is anything else than JSON. */
  readonly media?: readonly string[]
  /** The cookies that its good answer sets or clears. */
  readonly cookies?: readonly string[]
  /** Whether its good answer has the address of the room's page in `Location`. */
  readonly hasLocation?: true
  /** What it is refused with, besides what follows from the rest (`refusalsOf` in `calls.ts`). */
  readonly refusals: readonly RefusalCode[]
}

/** Calls by method and path, such as `GET /api/rooms/:id`. A path names its parameters as the routes do. */
export type Calls = Readonly<Record<string, Call>>
