/**
 * socket.io as its users run it where there may be several servers: rooms, the Redis adapter, messages, seats and hashes
 * of tokens kept in Redis. Argument: Redis's port.
 */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@redis/client'
import { createAdapter } from '@socket.io/redis-adapter'
import { Server } from 'socket.io'
import { announceReady } from './announce-ready.ts'

const url = `redis://127.0.0.1:${process.argv[2]}`
const store = createClient({ url })
const publisher = createClient({ url })
const subscriber = createClient({ url })
await Promise.all([store.connect(), publisher.connect(), subscriber.connect()])

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Takes a seat: a new alias, and a token whose hash is stored. Returns null where the alias is taken. */
async function takeSeat(room: string): Promise<{ id: string; alias: string; token: string } | null> {
  const id = randomUUID()
  const alias = `anonymous-${id.slice(0, 8)}`
  const token = randomBytes(32).toString('base64url')
  if ((await store.hSetNX(`${room}:aliases`, alias, id)) === 0) return null
  await store.hSet(`${room}:tokens`, id, hash(token))
  return { id, alias, token }
}

const http = createServer(async (request, response) => {
  for await (const _ of request);
  const [, room = ''] = /^\/rooms\/([^/]+)\/join$/.exec(request.url ?? '') ?? []
  const seat = room === '' ? null : await takeSeat(room)
  response.writeHead(seat ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(seat))
})
const io = new Server(http, {
  adapter: createAdapter(publisher, subscriber),
  perMessageDeflate: false,
})

io.use(async (socket, next) => {
  const { room, id, token } = socket.handshake.auth
  // A client without a seat takes one with its socket.
  if (id === undefined) {
    const seat = await takeSeat(room)
    if (seat === null) return next(new Error('this alias is taken'))
    Object.assign(socket.handshake.auth, seat)
    return next()
  }
  const known = await store.hGet(`${room}:tokens`, id)
  next(known === hash(token) ? undefined : new Error('not a participant'))
})

io.on('connection', async (socket) => {
  const { room, id, alias } = socket.handshake.auth
  socket.on('message', async (request: { id: string; text: string }) => {
    const fields = { ...request, participantId: id, sender: alias, timestamp: String(Date.now()) }
    const [seq] = await store.multi().incr(`${room}:seq`).xAdd(`${room}:messages`, '*', fields).exec()
    io.to(room).emit('message', { seq, ...fields })
  })
  // As the app's welcome: the newest messages, and those present on all servers where there are 200 at most.
  const [present, messages] = await store
    .multi()
    .rPush(`${room}:present`, JSON.stringify({ id, alias }))
    .xRevRange(`${room}:messages`, '+', '-', { COUNT: 100 })
    .execTyped()
  const participants = present <= 200 ? await store.lRange(`${room}:present`, 0, -1) : []
  await socket.join(room)
  socket.emit('welcome', { id, alias, present, participants, messages })
  if (present <= 200) socket.to(room).emit('joined', { id, alias, present })
})

http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo
  announceReady({ origin: `http://127.0.0.1:${port}`, inProcess: null })
})
