import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { ok, type Refusal, type RefusalCode, type Result, refused } from '../../protocol/refusal.ts'
import { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import type { Standing } from '../room/visitor-requests.ts'
import { parseToken } from '../secrets/token.ts'
import { type RoomStub, roomStub } from '../stubs/room.ts'
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

/** What `requireRoom` leaves for the handlers. They take it by `c.get`: `c.var` makes an object each time (Hono 4.13, 2026-11). */
export interface RoomEnv extends AppEnv {
  Variables: { room: RoomStub; roomId: RoomId }
}

/** The statuses of refusals that are decided before the room is asked. */
const EARLY_STATUSES: ReadonlySet<number> = new Set([400, 413, 426])

/** Refusals where what a stranger named does not exist, or belongs to somebody else. */
const STRANGERS_REFUSALS: ReadonlySet<RefusalCode | undefined> = new Set([
  'room-not-found',
  'not-a-participant',
])

/** Returns what a request claims about a room: that it exists, and that the secrets in the request are good. */
export function readClaims<Env extends AppEnv>(c: Context<Env>, roomId: RoomId): Claim[] {
  const { token } = readRoomCookies(c)
  const session = readSessionCookie(c)
  const claims: Claim[] = [{ room: roomId }]
  // A text that has not the form of a token proves nothing, and costs no object.
  if (token !== undefined && parseToken(token)) claims.push({ token })
  if (session) claims.push({ session: session.token })
  return claims
}

/**
 * Remembers what follows about a room from the answer to a request: that it exists, or that it is gone. Counts the answer
 * where it refuses a stranger.
 * @param refused the refusal's code; undefined where the request was not refused
 */
export async function recordAnswer<Env extends AppEnv>(
  c: Context<Env>,
  roomId: RoomId,
  refused: RefusalCode | undefined,
): Promise<void> {
  if (refused === 'room-not-found') rememberGone(roomId)
  await recordExistence(c, roomId, refused)
}

/** The same where `room-not-found` may also mean that the room belongs to another account. */
async function recordExistence<Env extends AppEnv>(
  c: Context<Env>,
  roomId: RoomId,
  refused: RefusalCode | undefined,
): Promise<void> {
  // Some refusals come before the room is asked: nothing follows from them.
  if (refused === undefined) rememberProven({ room: roomId })
  if (STRANGERS_REFUSALS.has(refused)) await countRefusal(c)
}

/**
 * Finds the object of the room that `:id` names. What can't be an id is refused before any object is woken for it. So are
 * a room that is known to be gone, and a stranger who named too many (`stranger-limit.ts`). A room that is gone answers
 * 404 to every request, also to one that is invalid in itself.
 */
export const requireRoom = createMiddleware<RoomEnv>(async (c, next) => {
  const found = findRoom(c)
  if (!found.ok) return refuseRequest(c, found.refusal)
  const roomId = found.value
  await runWithRoom(c, roomId, next, (room) => room.getPublicRoom())
  await recordAnswer(c, roomId, refusalCodeOf(c))
})

/** Finds a room of the account that asks. For the room of somebody else the answer is that there is none. */
export const requireOwnRoom = createMiddleware<RoomEnv & AccountEnv>(async (c, next) => {
  const found = findRoom(c)
  if (!found.ok) return refuseRequest(c, found.refusal)
  const roomId = found.value
  await runWithRoom(c, roomId, next, (room) => room.describeRoom(c.get('session').accountId))
  await recordExistence(c, roomId, refusalCodeOf(c))
})

/** Returns the room's id where a room may be asked for this request. */
function findRoom<Env extends AppEnv>(c: Context<Env>): Result<RoomId> {
  const parsed = RoomId.safeParse(c.req.param('id'))
  if (!parsed.success || isKnownGone(parsed.data)) return refused('room-not-found')
  const limited = checkStranger(c, readClaims(c, parsed.data))
  return limited.ok ? ok(parsed.data) : limited
}

/**
 * Runs the handlers with the room's stub. Where they refused the request before the room was asked, the room is asked now,
 * and its refusal comes first.
 * @param ask asks the room whether it exists for the person who asks
 */
async function runWithRoom<Env extends RoomEnv>(
  c: Context<Env>,
  roomId: RoomId,
  next: () => Promise<void>,
  ask: (room: RoomStub) => Promise<Result<unknown>>,
): Promise<void> {
  c.set('roomId', roomId)
  c.set('room', roomStub(c.env, roomId))
  await next()
  if (!EARLY_STATUSES.has(c.res.status)) return
  const asked = await ask(c.get('room'))
  if (!asked.ok) replaceAnswer(c, asked.refusal)
}

/**
 * For a request that not everybody may make: who may not make it is refused for that, also where the request is
 * invalid in itself (400). The room is asked only then: it checks a valid request in the step that does something.
 * @param standing what somebody needs to be for the request
 */
export function requireStanding(standing: Standing) {
  return createMiddleware<RoomEnv>(async (c, next) => {
    await next()
    if (c.res.status !== 400) return
    const checked = await c.get('room').checkStanding(await readCredentials(c), standing)
    if (!checked.ok) replaceAnswer(c, checked.refusal)
  })
}

/** Replaces the answer that was made already. Hono would keep its headers, so that it is taken away first. */
function replaceAnswer<Env extends AppEnv>(c: Context<Env>, refusal: Refusal): void {
  c.res = undefined
  c.res = refuseRequest(c, refusal)
}
