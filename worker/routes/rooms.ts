import { Hono } from 'hono'
import { nanoid } from 'nanoid'
import { ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import { JoinRequest, ParticipantPatch, RemovalQuery } from '../../protocol/participant.ts'
import { RoomOptions, RoomPatch } from '../../protocol/room.ts'
import { parseJsonBody, parseQuery, requireEmptyBody } from '../http/body.ts'
import { hashClientAddress } from '../http/client-address.ts'
import {
  clearRoomCookies,
  clearTokenCookie,
  readRoomCookies,
  setHostCookie,
  setTokenCookie,
} from '../http/cookies.ts'
import { readCredentials, readRegion } from '../http/credentials.ts'
import { limitRate } from '../http/rate-limit.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type RoomEnv, requireRoom, requireStanding } from '../http/require-room.ts'
import { rememberProven } from '../http/stranger-limit.ts'
import { roomStub } from '../stubs/room.ts'

/** Creating a room, looking at it, joining and leaving it, managing and ending it. */
export const rooms = new Hono<RoomEnv>()
  .post('/', limitRate('CREATE_RATE_LIMIT'), parseJsonBody(RoomOptions), async (c) => {
    const roomId = nanoid(ROOM_ID_LENGTH)
    const { room, hostToken } = await roomStub(c.env, roomId).createRoom(roomId, c.req.valid('json'))
    setHostCookie(c, room, hostToken)
    rememberProven({ room: roomId })
    c.header('Location', `/room/${roomId}`)
    return c.json(room, 201)
  })
  .get('/:id', requireRoom, async (c) => {
    const { value, refusal } = await c.get('room').getPublicRoom()
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .post('/:id/join', requireRoom, limitRate('JOIN_RATE_LIMIT'), parseJsonBody(JoinRequest), async (c) => {
    const room = c.get('room')
    const who = {
      ...(await readCredentials(c, c.get('roomId'))),
      source: hashClientAddress(c, room.id.toString()),
    }
    const { value, refusal } = await room.joinRoom(who, c.req.valid('json'), readRegion(c))
    if (refusal) return refuseRequest(c, refusal)
    const { token, ...joined } = value
    // A good token is set again, so that its cookie lives as long as a room that was given more time.
    const kept = token ?? readRoomCookies(c).token
    if (kept !== undefined) setTokenCookie(c, joined.room, kept)
    if (kept !== undefined) rememberProven({ token: kept })
    return c.json(joined, 200)
  })
  .post('/:id/leave', requireRoom, requireStanding('seat'), requireEmptyBody, async (c) => {
    const { value, refusal } = await c.get('room').leaveRoom(readRoomCookies(c))
    if (refusal) return refuseRequest(c, refusal)
    clearTokenCookie(c, value)
    return c.body(null, 204)
  })
  .get('/:id/ttl', requireRoom, async (c) => {
    const { value, refusal } = await c.get('room').getTimeLeft(readRoomCookies(c))
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .delete('/:id', requireRoom, async (c) => {
    const { refusal } = await c.get('room').destroyRoom(await readCredentials(c))
    if (refusal) return refuseRequest(c, refusal)
    clearRoomCookies(c, c.get('roomId'))
    return c.json({ destroyed: true as const }, 200)
  })
  .patch('/:id', requireRoom, requireStanding('power'), parseJsonBody(RoomPatch), async (c) => {
    const who = await readCredentials(c)
    const { value, refusal } = await c.get('room').changeSettings(who, c.req.valid('json'))
    if (refusal) return refuseRequest(c, refusal)
    // Whoever gives the room another end keeps the seat until then; other changes cost nothing more.
    if (who.token !== undefined) setTokenCookie(c, value, who.token)
    else if (who.hostToken !== undefined) setHostCookie(c, value, who.hostToken)
    return c.json(value, 200)
  })
  .patch(
    '/:id/participants/me',
    requireRoom,
    requireStanding('seat'),
    parseJsonBody(ParticipantPatch),
    async (c) => {
      const { value, refusal } = await c
        .get('room')
        .renameParticipant(readRoomCookies(c), c.req.valid('json').alias)
      return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
    },
  )
  .get('/:id/participants', requireRoom, async (c) => {
    const { value, refusal } = await c.get('room').listParticipants(await readCredentials(c))
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .delete(
    '/:id/participants/:participantId',
    requireRoom,
    requireStanding('power'),
    parseQuery(RemovalQuery),
    async (c) => {
      const onlyAway = c.req.valid('query').away === 'true'
      const { refusal } = await c
        .get('room')
        .removeParticipant(await readCredentials(c), c.req.param('participantId'), onlyAway)
      return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
    },
  )
