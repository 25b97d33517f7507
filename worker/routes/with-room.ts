import { createMiddleware } from 'hono/factory'
import { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../http/refuse.ts'
import type { Room, Standing } from '../room/room.ts'
import { roomStub } from '../room/stub.ts'
import { asker } from './asker.ts'

/** What `withRoom` leaves for the handlers: taken by `c.get`, since `c.var` makes an object each time (Hono 4.13). */
export interface RoomEnv extends AppEnv {
  Variables: { room: DurableObjectStub<Room>; roomId: string }
}

/** Refusals that are decided before the room is asked. */
const EARLY: ReadonlySet<number> = new Set([400, 413, 426])

/**
 * Finds the room's object for `:id`. What can't be an id is refused before any object is woken for it, and a room that
 * is gone answers 404 to every call, also to one that is wrong in itself.
 */
export const withRoom = createMiddleware<RoomEnv>(async (c, next) => {
  const roomId = RoomId.safeParse(c.req.param('id'))
  if (!roomId.success) return refuse(c, { code: 'room-not-found' })
  c.set('roomId', roomId.data)
  c.set('room', roomStub(c.env, roomId.data))
  await next()
  if (!EARLY.has(c.res.status)) return
  const { refusal } = await c.get('room').look()
  if (!refusal) return
  c.res = undefined
  c.res = refuse(c, refusal)
})

/**
 * For a call that not everybody may make: whoever may not is told so (401, or what the room's phase says), also where
 * the request is wrong in itself (400). The room is asked for it only then: a good request asks with what it does.
 * @param standing what the call takes
 */
export function requires(standing: Standing) {
  return createMiddleware<RoomEnv>(async (c, next) => {
    await next()
    if (c.res.status !== 400) return
    const { refusal } = await c.get('room').checkStanding(await asker(c), standing)
    if (!refusal) return
    c.res = undefined
    c.res = refuse(c, refusal)
  })
}
