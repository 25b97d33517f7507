import { connect } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server?.stop())

test('requests whose bodies never come hold up nobody else in the room', async () => {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: 5 })
  await host.joinRoom(roomId)
  const { hostname, port } = new URL(server.origin)
  const path = `/api/rooms/${roomId}/messages`
  for (let n = 0; n < 20; n += 1) {
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    const head = [`POST ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, 'Content-Length: 60000']
    // The head and one byte, and then nothing for ever.
    socket.write(`${head.join('\r\n')}\r\nCookie: ${host.jar.cookieHeader(path)}\r\n\r\n{`)
  }
  const from = performance.now()
  const { status } = await host.callApi('POST', path, { text: 'I am not held up' })
  expect(status).toBe(201)
  expect(performance.now() - from, 'a message waits for bodies that never come').toBeLessThan(20_000)
  expect((await host.callApi('GET', path)).body.lastSeq).toBe(1)
})
