import { Hono } from 'hono'
import { Schedule, SchedulePatch, TranscriptQuery } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { jsonBody, noFields, query } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { prove } from '../http/stranger-brake.ts'
import { brake } from '../http/throttle.ts'
import { roomStub } from '../room/stub.ts'
import { download } from '../transcript/download.ts'
import { exportOf } from '../transcript/export.ts'
import { openTranscript, written } from '../transcript/pages.ts'
import { type AccountEnv, signedIn } from './account-stub.ts'
import { withOwnRoom } from './with-room.ts'

/** The rooms of a facilitator, what was said in them, and everything at once. */
export const accountRooms = new Hono<AccountEnv>()
  .get('/rooms', signedIn, async (c) => {
    const { accountId, secret } = c.get('session')
    const { value, refusal } = await c.get('account').rooms(secret)
    if (refusal) return refuse(c, refusal)
    for (const { roomId } of value) prove({ room: roomId })
    return c.json({ accountId, rooms: value, serverTime: Date.now() }, 200)
  })
  .post('/rooms', signedIn, brake('CREATE_BRAKE'), jsonBody(Schedule), async (c) => {
    const { value, refusal } = await c.get('account').createRoom(c.get('session').secret, c.req.valid('json'))
    if (refusal) return refuse(c, refusal)
    prove({ room: value.roomId })
    c.header('Location', `/room/${value.roomId}`)
    return c.json(value, 201)
  })
  .get('/rooms/:id', signedIn, withOwnRoom, async (c) => {
    const { value, refusal } = await c.get('room').describeOwn(c.get('session').accountId)
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .patch('/rooms/:id', signedIn, withOwnRoom, jsonBody(SchedulePatch), async (c) => {
    const { account, session, roomId } = c.var
    const { value, refusal } = await account.changeRoom(session.secret, roomId, c.req.valid('json'))
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .delete('/rooms/:id', signedIn, withOwnRoom, async (c) => {
    const { refusal } = await c.get('account').removeRoom(c.get('session').secret, c.get('roomId'))
    return refusal ? refuse(c, refusal) : c.body(null, 204)
  })
  .post('/rooms/:id/close', signedIn, withOwnRoom, noFields, async (c) => {
    const { value, refusal } = await c.get('account').closeRoom(c.get('session').secret, c.get('roomId'))
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .get('/rooms/:id/transcript', signedIn, withOwnRoom, query(TranscriptQuery), async (c) => {
    const { account, session } = c.var
    const paced = await account.beginReading(session.secret, 'asks')
    if (paced.refusal) return refuse(c, paced.refusal)
    const { value, refusal } = await openTranscript(c.get('room'), session.accountId)
    if (refusal) return refuse(c, refusal)
    const { format } = c.req.valid('query')
    return download(c, written(value, FORMATS[format]), {
      name: value.room.title,
      extension: FORMATS[format].extension,
      type: FORMATS[format].type,
    })
  })
  .get('/export', signedIn, async (c) => {
    const { account, session, owner } = c.var
    const paced = await account.beginReading(session.secret, 'exports')
    if (paced.refusal) return refuse(c, paced.refusal)
    const [sessions, rooms] = await Promise.all([
      account.sessions(session.secret),
      account.rooms(session.secret),
    ])
    if (sessions.refusal) return refuse(c, sessions.refusal)
    if (rooms.refusal) return refuse(c, rooms.refusal)
    const open = (roomId: string) => openTranscript(roomStub(c.env, roomId), session.accountId)
    const chunks = exportOf({ account: owner, sessions: sessions.value }, rooms.value, open)
    return download(c, chunks, { name: 'private-chat', extension: 'json', type: 'application/json' })
  })
