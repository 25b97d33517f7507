import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A WebSocket by hand that sends frames and reads nothing: TCP's window fills, and stays full. */
interface StalledSocket {
  /** Reads on from where it stopped, until the server's close frame, and returns its code. */
  readOn(): Promise<number>
  destroy(): void
}

/** Opens a socket at `path`, sends `frames`, and then stops reading. */
export async function openStalledSocket(
  origin: string,
  path: string,
  cookie: string,
  frames: readonly string[] = [],
): Promise<StalledSocket> {
  const { hostname, port, host } = new URL(origin)
  const socket = connect(Number(port), hostname)
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    `Cookie: ${cookie}`,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  const answer = await readHead(socket)
  if (!answer.startsWith('HTTP/1.1 101')) throw new Error(`no socket: ${answer.slice(0, 200)}`)
  for (const frame of frames) socket.write(maskText(frame))
  return {
    readOn: () => readCloseCode(socket),
    destroy: () => socket.destroy(),
  }
}

/** Asks for server-sent events at `path`, and stops reading after the head of the answer. Returns what ends it. */
export async function openStalledStream(origin: string, path: string, cookie: string): Promise<() => void> {
  const { hostname, port, host } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
  const answer = await readHead(socket)
  if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`no stream: ${answer.slice(0, 200)}`)
  return () => socket.destroy()
}

/** Reads the head of the answer, and leaves what follows unread. */
async function readHead(socket: Socket): Promise<string> {
  let received = Buffer.alloc(0)
  for (;;) {
    const [chunk]: Buffer[] = await once(socket, 'data')
    socket.pause()
    received = Buffer.concat([received, chunk ?? Buffer.alloc(0)])
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) {
      socket.resume()
      continue
    }
    const rest = received.subarray(end + 4)
    if (rest.length > 0) socket.unshift(rest)
    return received.subarray(0, end).toString()
  }
}

/** A text frame as a client sends it, masked with zeros. */
function maskText(text: string): Buffer {
  const body = Buffer.from(text)
  if (body.length > 125) throw new Error('this hand writes short frames only')
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body])
}

/** Walks over the frames that come until the one that closes. */
async function readCloseCode(socket: Socket): Promise<number> {
  let received = Buffer.alloc(0)
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk])
    for (;;) {
      if (received.length < 4) break
      const opcode = (received[0] ?? 0) & 0x0f
      const short = (received[1] ?? 0) & 0x7f
      const start = short === 127 ? 10 : short === 126 ? 4 : 2
      if (received.length < start) break
      const length =
        short === 127 ? Number(received.readBigUInt64BE(2)) : short === 126 ? received.readUInt16BE(2) : short
      if (received.length < start + length) break
      if (opcode === 8) return received.readUInt16BE(start)
      received = received.subarray(start + length)
    }
  }
  throw new Error('the line ended without a close frame')
}
