import { Hono } from 'hono'
import type { RoomId } from '../../protocol/room.ts'
import { OwnEpochsQuery, Schedule, SchedulePatch, TranscriptQuery } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { parseJsonBody, parseQuery, requireEmptyBody } from '../http/body.ts'
import { limitRate } from '../http/rate-limit.ts'
import { refuseRequest } from '../http/refuse.ts'
import { requireOwnRoom } from '../http/require-room.ts'
import { type AccountEnv, requireSession } from '../http/require-session.ts'
import { rememberProven } from '../http/stranger-limit.ts'
import { roomStub } from '../stubs/room.ts'
import { formatExport } from '../transcript/account-export.ts'
import { sendDownload } from '../transcript/download.ts'
import { formatTranscript, openTranscript } from '../transcript/transcript-stream.ts'

/** Routes of a facilitator's rooms: to list, make, change, close and delete them, to read their epochs, and to download transcripts. */
export const accountRooms = new Hono<AccountEnv>()
  .get('/rooms', requireSession, async (c) => {
    const { accountId, token } = c.get('session')
    const rooms = await c.get('account').listRooms(token)
    if (!rooms.ok) return refuseRequest(c, rooms.refusal)
    for (const { roomId } of rooms.value) rememberProven({ room: roomId })
    return c.json({ accountId, rooms: rooms.value, serverTime: Date.now() }, 200)
  })
  .post('/rooms', requireSession, limitRate('CREATE_RATE_LIMIT'), parseJsonBody(Schedule), async (c) => {
    const created = await c.get('account').createRoom(c.get('session').token, c.req.valid('json'))
    if (!created.ok) return refuseRequest(c, created.refusal)
    rememberProven({ room: created.value.roomId })
    c.header('Location', `/room/${created.value.roomId}`)
    return c.json(created.value, 201)
  })
  .get('/rooms/:id', requireSession, requireOwnRoom, async (c) => {
    const room = await c.get('room').describeOwnRoom(c.get('session').accountId)
    return room.ok ? c.json(room.value, 200) : refuseRequest(c, room.refusal)
  })
  .get('/rooms/:id/epochs', requireSession, requireOwnRoom, parseQuery(OwnEpochsQuery), async (c) => {
    const { participantId, after } = c.req.valid('query')
    const list = await c.get('room').listOwnEpochs(c.get('session').accountId, participantId, after)
    return list.ok ? c.json(list.value, 200) : refuseRequest(c, list.refusal)
  })
  .patch('/rooms/:id', requireSession, requireOwnRoom, parseJsonBody(SchedulePatch), async (c) => {
    const { account, session, roomId } = c.var
    const changed = await account.changeRoom(session.token, roomId, c.req.valid('json'))
    return changed.ok ? c.json(changed.value, 200) : refuseRequest(c, changed.refusal)
  })
  .delete('/rooms/:id', requireSession, requireOwnRoom, async (c) => {
    const deleted = await c.get('account').deleteRoom(c.get('session').token, c.get('roomId'))
    return deleted.ok ? c.body(null, 204) : refuseRequest(c, deleted.refusal)
  })
  .post('/rooms/:id/close', requireSession, requireOwnRoom, requireEmptyBody, async (c) => {
    const closed = await c.get('account').closeRoom(c.get('session').token, c.get('roomId'))
    return closed.ok ? c.json(closed.value, 200) : refuseRequest(c, closed.refusal)
  })
  .get('/rooms/:id/transcript', requireSession, requireOwnRoom, parseQuery(TranscriptQuery), async (c) => {
    const { account, session } = c.var
    const counted = await account.countRead(session.token, 'asks')
    if (!counted.ok) return refuseRequest(c, counted.refusal)
    const transcript = await openTranscript(c.get('room'), session.accountId)
    if (!transcript.ok) return refuseRequest(c, transcript.refusal)
    const format = FORMATS[c.req.valid('query').format]
    return sendDownload(c, formatTranscript(transcript.value, format), {
      name: transcript.value.room.title,
      extension: format.extension,
      type: format.type,
    })
  })
  .get('/export', requireSession, async (c) => {
    const { account, session, owner } = c.var
    const counted = await account.countRead(session.token, 'exports')
    if (!counted.ok) return refuseRequest(c, counted.refusal)
    const [sessions, rooms] = await Promise.all([
      account.listSessions(session.token),
      account.listRooms(session.token),
    ])
    if (!sessions.ok) return refuseRequest(c, sessions.refusal)
    if (!rooms.ok) return refuseRequest(c, rooms.refusal)
    const open = (roomId: RoomId) => openTranscript(roomStub(c.env, roomId), session.accountId)
    const chunks = formatExport({ account: owner, sessions: sessions.value }, rooms.value, open)
    return sendDownload(c, chunks, { name: 'private-chat', extension: 'json', type: 'application/json' })
  })
