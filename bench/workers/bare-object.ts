import { DurableObject } from 'cloudflare:workers'

interface Env {
  ROOMS: DurableObjectNamespace<BareRoom>
}

/**
 * The least that a room can be: an object that stores what it receives and sends it to everyone. It has no names, limits
 * or end, and stores a message twice that is sent twice. Each message is a commit of its own.
 */
export class BareRoom extends DurableObject<Env> {
  #seq = 0

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const { sql } = ctx.storage
    if (sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'messages'").toArray().length === 0) return
    const [newest] = sql.exec<{ seq: number }>('SELECT max(seq) AS seq FROM messages').toArray()
    this.#seq = newest?.seq ?? 0
  }

  create(): void {
    this.ctx.storage.sql.exec(
      `CREATE TABLE messages (seq INTEGER PRIMARY KEY, id TEXT, sender TEXT, text TEXT, timestamp INTEGER);
       CREATE TABLE participants (id TEXT PRIMARY KEY)`,
    )
  }

  join(): string {
    const id = crypto.randomUUID()
    this.ctx.storage.sql.exec('INSERT INTO participants (id) VALUES (?)', id)
    return id
  }

  override fetch(request: Request): Response {
    const { 0: client, 1: socket } = new WebSocketPair()
    this.ctx.acceptWebSocket(socket)
    socket.serializeAttachment(new URL(request.url).searchParams.get('id'))
    socket.send('{"welcome":true}')
    return new Response(null, { status: 101, webSocket: client })
  }

  override webSocketMessage(socket: WebSocket, frame: string): void {
    const { id, text } = JSON.parse(frame)
    const message = {
      seq: ++this.#seq,
      id,
      sender: socket.deserializeAttachment(),
      text,
      timestamp: Date.now(),
    }
    this.ctx.storage.sql.exec(
      'INSERT INTO messages (seq, id, sender, text, timestamp) VALUES (?, ?, ?, ?, ?)',
      ...Object.values(message),
    )
    const json = JSON.stringify(message)
    for (const each of this.ctx.getWebSockets()) each.send(json)
  }
}

// biome-ignore lint/style/noDefaultExport: the platform asks for one.
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [, room = '', call] = pathname.split('/')
    const stub = env.ROOMS.get(env.ROOMS.idFromName(room))
    if (call === 'socket') return stub.fetch(request)
    if (call === 'join') return Response.json({ id: await stub.join() })
    await stub.create()
    return Response.json({})
  },
}
