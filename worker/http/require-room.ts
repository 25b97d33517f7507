import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { RefusalCode, Result } from '../../protocol/refusal.ts'
import { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import type { Room } from '../room/room.ts'
import type { Standing } from '../room/visitor-requests.ts'
import { parseToken } from '../secrets/token.ts'
import { roomStub } from '../stubs/room.ts'
import { readRoomCookies, readSessionCookie } from './cookies.ts'
import { readCredentials } from './credentials.ts'
import { refusalCodeOf, refuseRequest } from './refuse.ts'
import type { AccountEnv } from './require-session.ts'
import {
  type Claim,
  checkStranger,
  countRefusal,
  isKnownGone,
  rememberGone,
  rememberProven,
} from './stranger-limit.ts'

/** What `withRoom` leaves for the handlers: taken by `c.get`, since `c.var` makes an object each time (Hono 4.13). */
export interface RoomEnv extends AppEnv {
  Variables: { room: DurableObjectStub<Room>; roomId: string }
}

/** Refusals that are decided before the room is asked. */
const EARLY_STATUSES: ReadonlySet<number> = new Set([400, 413, 426])

/** Refusals that say that what a stranger named doesn't exist, or isn't theirs. */
const STRANGERS_REFUSALS: ReadonlySet<RefusalCode | undefined> = new Set([
  'room-not-found',
  'not-a-participant',
])

/** What a request claims about a room: that it exists, and that its secrets are good. Whether it has the right shape is known. */
export function readClaims<Env extends AppEnv>(c: Context<Env>, roomId: string): Claim[] {
  const { token } = readRoomCookies(c)
  const session = readSessionCookie(c)
  const claims: Claim[] = [{ room: roomId }]
  if (token !== undefined && parseToken(token)) claims.push({ token })
  if (session) claims.push({ session: session.token })
  return claims
}

/**
 * Notes what became of a request about a room: that the room exists, or that it is gone; and counts it where a stranger
 * was refused.
 * @param refused why, where it was
 */
export async function recordAnswer<Env extends AppEnv>(
  c: Context<Env>,
  roomId: string,
  refused: RefusalCode | undefined,
): Promise<void> {
  if (refused === 'room-not-found') rememberGone(roomId)
  // Some refusals come before the room is asked.
  if (refused === undefined) rememberProven({ room: roomId })
  if (STRANGERS_REFUSALS.has(refused)) await countRefusal(c)
}

/**
 * Finds the room's object for `:id`. What can't be an id is refused before any object is woken for it, and so are a room
 * that is known to be gone and a stranger who named too many (`stranger-brake.ts`). A room that is gone answers 404 to
 * every call, also to one that is wrong in itself.
 */
export const requireRoom = createMiddleware<RoomEnv>(async (c, next) => {
  const parsed = RoomId.safeParse(c.req.param('id'))
  if (!parsed.success || isKnownGone(parsed.data)) return refuseRequest(c, { code: 'room-not-found' })
  const roomId = parsed.data
  const limited = checkStranger(c, readClaims(c, roomId))
  if (limited) return refuseRequest(c, limited)
  await askRoom(c, roomId, next, (room) => room.getPublicRoom())
  await recordAnswer(c, roomId, refusalCodeOf(c))
})

/** The same for a facilitator's own rooms: one that is somebody else's is told to be none, and may well be there. */
export const requireOwnRoom = createMiddleware<RoomEnv & AccountEnv>(async (c, next) => {
  const parsed = RoomId.safeParse(c.req.param('id'))
  if (!parsed.success || isKnownGone(parsed.data)) return refuseRequest(c, { code: 'room-not-found' })
  const roomId = parsed.data
  const limited = checkStranger(c, readClaims(c, roomId))
  if (limited) return refuseRequest(c, limited)
  await askRoom(c, roomId, next, (room) => room.describeRoom(c.get('session').accountId))
  const refused = refusalCodeOf(c)
  if (refused === undefined) rememberProven({ room: roomId })
  if (STRANGERS_REFUSALS.has(refused)) await countRefusal(c)
})

/** @param find asks the room whether it is there for whoever asks; only where a refusal came before the room was asked */
async function askRoom<Env extends RoomEnv>(
  c: Context<Env>,
  roomId: string,
  next: () => Promise<void>,
  find: (room: DurableObjectStub<Room>) => Promise<Result<unknown>>,
): Promise<void> {
  c.set('roomId', roomId)
  c.set('room', roomStub(c.env, roomId))
  await next()
  if (!EARLY_STATUSES.has(c.res.status)) return
  const { refusal } = await find(c.get('room'))
  if (!refusal) return
  c.res = undefined
  c.res = refuseRequest(c, refusal)
}

/**
 * For a call that not everybody may make: whoever may not is told so (401, or what the room's phase says), also where
 * the request is wrong in itself (400). The room is asked for it only then: a good request asks with what it does.
 * @param standing what the call takes
 */
export function requireStanding(standing: Standing) {
  return createMiddleware<RoomEnv>(async (c, next) => {
    await next()
    if (c.res.status !== 400) return
    const { refusal } = await c.get('room').checkStanding(await readCredentials(c), standing)
    if (!refusal) return
    c.res = undefined
    c.res = refuseRequest(c, refusal)
  })
}
