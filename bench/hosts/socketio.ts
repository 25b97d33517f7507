/**
 * socket.io as its users run it where there may be several servers: rooms, the Redis adapter, messages kept in Redis.
 * Argument: Redis's port.
 */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@redis/client'
import { createAdapter } from '@socket.io/redis-adapter'
import { Server } from 'socket.io'
import { announce } from './announce.ts'

const url = `redis://127.0.0.1:${process.argv[2]}`
const store = createClient({ url })
const publisher = createClient({ url })
const subscriber = createClient({ url })
await Promise.all([store.connect(), publisher.connect(), subscriber.connect()])

const http = createServer()
const io = new Server(http, {
  adapter: createAdapter(publisher, subscriber),
  transports: ['websocket'],
  perMessageDeflate: false,
})

io.on('connection', (socket) => {
  let room = ''
  socket.on('join', async (name: string, done: () => void) => {
    room = name
    await store.hSet(`${room}:participants`, socket.id, Date.now())
    await socket.join(room)
    done()
  })
  socket.on('message', async ({ id, text }: { id: string; text: string }) => {
    const fields = { id, sender: socket.id, text, timestamp: String(Date.now()) }
    const [seq] = await store.multi().incr(`${room}:seq`).xAdd(`${room}:messages`, '*', fields).exec()
    io.to(room).emit('message', { seq, ...fields })
  })
})

http.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${(http.address() as AddressInfo).port}`))
