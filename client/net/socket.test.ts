import { afterEach, expect, test, vi } from 'vitest'
import { openSocket } from './socket.ts'

afterEach(() => vi.unstubAllGlobals())

test('a socket is the browser’s own', () => {
  class BrowserSocket {
    url: string
    constructor(url: string) {
      this.url = url
    }
  }
  vi.stubGlobal('WebSocket', BrowserSocket)
  const socket = openSocket('wss://chat.example/')
  expect(socket).toBeInstanceOf(BrowserSocket)
  expect(socket).toMatchObject({ url: 'wss://chat.example/' })
})

test('where the browser forbids sockets, one is closed as if the network had done it', async () => {
  const codes: number[] = []
  const socket = openSocket('wss://chat.example/', () => {
    throw new DOMException('forbidden', 'SecurityError')
  })
  socket.onclose = ({ code }) => codes.push(code)
  expect([codes, socket.readyState]).toEqual([[], 3])
  await Promise.resolve()
  expect(codes).toEqual([1006])
})
