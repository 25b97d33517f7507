import { Hono } from 'hono'
import {
  AdmitRequest,
  JoinRequest,
  LeaveRequest,
  ManagedPatch,
  ParticipantPatch,
  RemovalQuery,
} from '../../protocol/participant.ts'
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
import { claimParticipantId, makeRoomId } from '../ids.ts'
import { roomStub } from '../stubs/room.ts'

/** Routes of a room: to make it, look at it, join and leave it, manage it and end it. */
export const rooms = new Hono<RoomEnv>()
  .post('/', limitRate('CREATE_RATE_LIMIT'), parseJsonBody(RoomOptions), async (c) => {
    const options = c.req.valid('json')
    const roomId = options.roomId ?? makeRoomId()
    const created = await roomStub(c.env, roomId).createRoom(roomId, options)
    if (!created.ok) return refuseRequest(c, created.refusal)
    const { room, hostToken } = created.value
    setHostCookie(c, room, hostToken)
    rememberProven({ room: roomId })
    c.header('Location', `/room/${roomId}`)
    return c.json(room, 201)
  })
  .get('/:id', requireRoom, async (c) => {
    const found = await c.get('room').getPublicRoom()
    return found.ok ? c.json(found.value, 200) : refuseRequest(c, found.refusal)
  })
  .post('/:id/join', requireRoom, limitRate('JOIN_RATE_LIMIT'), parseJsonBody(JoinRequest), async (c) => {
    const room = c.get('room')
    const credentials = {
      ...(await readCredentials(c, c.get('roomId'))),
      source: hashClientAddress(c, room.id.toString()),
    }
    const answer = await room.joinRoom(credentials, c.req.valid('json'), readRegion(c))
    if (!answer.ok) return refuseRequest(c, answer.refusal)
    const { token: newToken, ...joined } = answer.value
    // A token that was good already is set again, so that its cookie lives as long as a room whose end was postponed.
    const token = newToken ?? credentials.token
    if (token !== undefined) {
      setTokenCookie(c, joined.room, token)
      rememberProven({ token })
    }
    return c.json(joined, 200)
  })
  .post('/:id/leave', requireRoom, requireStanding('seat'), parseJsonBody(LeaveRequest), async (c) => {
    const left = await c.get('room').leaveRoom(readRoomCookies(c), c.req.valid('json'))
    if (!left.ok) return refuseRequest(c, left.refusal)
    clearTokenCookie(c, left.value)
    return c.body(null, 204)
  })
  .post('/:id/host', requireRoom, requireStanding('seat'), requireEmptyBody, async (c) => {
    const claimed = await c.get('room').claimHost(readRoomCookies(c))
    return claimed.ok ? c.json(claimed.value, 200) : refuseRequest(c, claimed.refusal)
  })
  .get('/:id/ttl', requireRoom, async (c) => {
    const ttl = await c.get('room').getTimeLeft(readRoomCookies(c))
    return ttl.ok ? c.json(ttl.value, 200) : refuseRequest(c, ttl.refusal)
  })
  .delete('/:id', requireRoom, async (c) => {
    const destroyed = await c.get('room').destroyRoom(await readCredentials(c))
    if (!destroyed.ok) return refuseRequest(c, destroyed.refusal)
    clearRoomCookies(c, c.get('roomId'))
    return c.json({ destroyed: true as const }, 200)
  })
  .patch('/:id', requireRoom, requireStanding('managing'), parseJsonBody(RoomPatch), async (c) => {
    const credentials = await readCredentials(c)
    const changed = await c.get('room').changeSettings(credentials, c.req.valid('json'))
    if (!changed.ok) return refuseRequest(c, changed.refusal)
    // The room may have another end now: whoever has set it keeps the seat until then.
    const { token, hostToken } = credentials
    if (token !== undefined) setTokenCookie(c, changed.value, token)
    else if (hostToken !== undefined) setHostCookie(c, changed.value, hostToken)
    return c.json(changed.value, 200)
  })
  .patch(
    '/:id/participants/me',
    requireRoom,
    requireStanding('seat'),
    parseJsonBody(ParticipantPatch),
    async (c) => {
      const changed = await c.get('room').changeParticipant(readRoomCookies(c), c.req.valid('json'))
      return changed.ok ? c.json(changed.value, 200) : refuseRequest(c, changed.refusal)
    },
  )
  .patch(
    '/:id/participants/:participantId',
    requireRoom,
    requireStanding('managing'),
    parseJsonBody(ManagedPatch),
    async (c) => {
      const participantId = claimParticipantId(c.req.param('participantId'))
      const credentials = await readCredentials(c)
      const changed = await c.get('room').changeManaged(credentials, participantId, c.req.valid('json'))
      return changed.ok ? c.json(changed.value, 200) : refuseRequest(c, changed.refusal)
    },
  )
  .get('/:id/participants', requireRoom, async (c) => {
    const list = await c.get('room').listParticipants(await readCredentials(c))
    return list.ok ? c.json(list.value, 200) : refuseRequest(c, list.refusal)
  })
  .post(
    '/:id/participants/:participantId/admit',
    requireRoom,
    requireStanding('managing'),
    parseJsonBody(AdmitRequest),
    async (c) => {
      const participantId = claimParticipantId(c.req.param('participantId'))
      const credentials = await readCredentials(c)
      const admitted = await c.get('room').admitParticipant(credentials, participantId, c.req.valid('json'))
      return admitted.ok ? c.body(null, 204) : refuseRequest(c, admitted.refusal)
    },
  )
  .delete(
    '/:id/participants/:participantId',
    requireRoom,
    requireStanding('managing'),
    parseQuery(RemovalQuery),
    async (c) => {
      const credentials = await readCredentials(c)
      const participantId = claimParticipantId(c.req.param('participantId'))
      const room = c.get('room')
      const { away, waiting } = c.req.valid('query')
      const removed = await (waiting === 'true'
        ? room.turnAway(credentials, participantId)
        : away === 'true'
          ? room.freeSeat(credentials, participantId)
          : room.removeParticipant(credentials, participantId))
      return removed.ok ? c.body(null, 204) : refuseRequest(c, removed.refusal)
    },
  )
