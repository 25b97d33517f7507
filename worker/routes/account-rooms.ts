import { Hono } from 'hono'
import { Schedule, SchedulePatch, TranscriptQuery } from '../../protocol/schedule.ts'
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

/** The rooms of a facilitator, what was said in them, and everything at once. */
export const accountRooms = new Hono<AccountEnv>()
  .get('/rooms', requireSession, async (c) => {
    const { accountId, token } = c.get('session')
    const { value, refusal } = await c.get('account').listRooms(token)
    if (refusal) return refuseRequest(c, refusal)
    for (const { roomId } of value) rememberProven({ room: roomId })
    return c.json({ accountId, rooms: value, serverTime: Date.now() }, 200)
  })
  .post('/rooms', requireSession, limitRate('CREATE_RATE_LIMIT'), parseJsonBody(Schedule), async (c) => {
    const { value, refusal } = await c.get('account').createRoom(c.get('session').token, c.req.valid('json'))
    if (refusal) return refuseRequest(c, refusal)
    rememberProven({ room: value.roomId })
    c.header('Location', `/room/${value.roomId}`)
    return c.json(value, 201)
  })
  .get('/rooms/:id', requireSession, requireOwnRoom, async (c) => {
    const { value, refusal } = await c.get('room').describeOwnRoom(c.get('session').accountId)
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .patch('/rooms/:id', requireSession, requireOwnRoom, parseJsonBody(SchedulePatch), async (c) => {
    const { account, session, roomId } = c.var
    const { value, refusal } = await account.changeRoom(session.token, roomId, c.req.valid('json'))
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .delete('/rooms/:id', requireSession, requireOwnRoom, async (c) => {
    const { refusal } = await c.get('account').deleteRoom(c.get('session').token, c.get('roomId'))
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
  .post('/rooms/:id/close', requireSession, requireOwnRoom, requireEmptyBody, async (c) => {
    const { value, refusal } = await c.get('account').closeRoom(c.get('session').token, c.get('roomId'))
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .get('/rooms/:id/transcript', requireSession, requireOwnRoom, parseQuery(TranscriptQuery), async (c) => {
    const { account, session } = c.var
    const paced = await account.countRead(session.token, 'asks')
    if (paced.refusal) return refuseRequest(c, paced.refusal)
    const { value, refusal } = await openTranscript(c.get('room'), session.accountId)
    if (refusal) return refuseRequest(c, refusal)
    const { format } = c.req.valid('query')
    return sendDownload(c, formatTranscript(value, FORMATS[format]), {
      name: value.room.title,
      extension: FORMATS[format].extension,
      type: FORMATS[format].type,
    })
  })
  .get('/export', requireSession, async (c) => {
    const { account, session, owner } = c.var
    const paced = await account.countRead(session.token, 'exports')
    if (paced.refusal) return refuseRequest(c, paced.refusal)
    const [sessions, rooms] = await Promise.all([
      account.listSessions(session.token),
      account.listRooms(session.token),
    ])
    if (sessions.refusal) return refuseRequest(c, sessions.refusal)
    if (rooms.refusal) return refuseRequest(c, rooms.refusal)
    const open = (roomId: string) => openTranscript(roomStub(c.env, roomId), session.accountId)
    const chunks = formatExport({ account: owner, sessions: sessions.value }, rooms.value, open)
    return sendDownload(c, chunks, { name: 'private-chat', extension: 'json', type: 'application/json' })
  })
