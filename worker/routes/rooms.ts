import { Hono } from 'hono'
import { nanoid } from 'nanoid'
import { ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import { JoinRequest, ParticipantPatch, RemovalQuery } from '../../protocol/participant.ts'
import { RoomOptions, RoomPatch } from '../../protocol/room.ts'
import { jsonBody, noFields, query } from '../http/body.ts'
import { clearCookies, clearToken, credentials, setHostToken, setToken } from '../http/cookies.ts'
import { refuse } from '../http/refuse.ts'
import { sourceOf } from '../http/source.ts'
import { prove } from '../http/stranger-brake.ts'
import { brake } from '../http/throttle.ts'
import { roomStub } from '../room/stub.ts'
import { asker, askersRegion } from './asker.ts'
import { type RoomEnv, requires, withRoom } from './with-room.ts'

/** Creating a room, looking at it, joining and leaving it, managing and ending it. */
export const rooms = new Hono<RoomEnv>()
  .post('/', brake('CREATE_BRAKE'), jsonBody(RoomOptions), async (c) => {
    const roomId = nanoid(ROOM_ID_LENGTH)
    const { room, hostToken } = await roomStub(c.env, roomId).create(roomId, c.req.valid('json'))
    setHostToken(c, room, hostToken)
    prove({ room: roomId })
    c.header('Location', `/room/${roomId}`)
    return c.json(room, 201)
  })
  .get('/:id', withRoom, async (c) => {
    const { value, refusal } = await c.get('room').look()
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .post('/:id/join', withRoom, brake('JOIN_BRAKE'), jsonBody(JoinRequest), async (c) => {
    const room = c.get('room')
    const who = { ...(await asker(c, c.get('roomId'))), source: sourceOf(c, room.id.toString()) }
    const { value, refusal } = await room.join(who, c.req.valid('json'), askersRegion(c))
    if (refusal) return refuse(c, refusal)
    const { token, ...joined } = value
    // A good token is set again, so that its cookie lives as long as a room that was given more time.
    const kept = token ?? credentials(c).token
    if (kept !== undefined) setToken(c, joined.room, kept)
    if (kept !== undefined) prove({ token: kept })
    return c.json(joined, 200)
  })
  .post('/:id/leave', withRoom, requires('seat'), noFields, async (c) => {
    const { value, refusal } = await c.get('room').leave(credentials(c))
    if (refusal) return refuse(c, refusal)
    clearToken(c, value)
    return c.body(null, 204)
  })
  .get('/:id/ttl', withRoom, async (c) => {
    const { value, refusal } = await c.get('room').ttl(credentials(c))
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .delete('/:id', withRoom, async (c) => {
    const { refusal } = await c.get('room').destroy(await asker(c))
    if (refusal) return refuse(c, refusal)
    clearCookies(c, c.get('roomId'))
    return c.json({ destroyed: true as const }, 200)
  })
  .patch('/:id', withRoom, requires('power'), jsonBody(RoomPatch), async (c) => {
    const who = await asker(c)
    const { value, refusal } = await c.get('room').patch(who, c.req.valid('json'))
    if (refusal) return refuse(c, refusal)
    // Whoever gives the room another end keeps the seat until then; other changes cost nothing more.
    if (who.token !== undefined) setToken(c, value, who.token)
    else if (who.hostToken !== undefined) setHostToken(c, value, who.hostToken)
    return c.json(value, 200)
  })
  .patch('/:id/participants/me', withRoom, requires('seat'), jsonBody(ParticipantPatch), async (c) => {
    const { value, refusal } = await c.get('room').rename(credentials(c), c.req.valid('json').alias)
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .get('/:id/participants', withRoom, async (c) => {
    const { value, refusal } = await c.get('room').participants(await asker(c))
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .delete('/:id/participants/:participantId', withRoom, requires('power'), query(RemovalQuery), async (c) => {
    const onlyAway = c.req.valid('query').away === 'true'
    const { refusal } = await c.get('room').remove(await asker(c), c.req.param('participantId'), onlyAway)
    return refusal ? refuse(c, refusal) : c.body(null, 204)
  })
