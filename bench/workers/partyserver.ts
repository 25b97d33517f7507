import { type Connection, routePartykitRequest, Server, type WSMessage } from 'partyserver'

/** A room as partyserver's users write it: it hibernates, stores what it receives and sends it to everyone. */
export class Party extends Server {
  static override options = { hibernate: true }
  #seq = 0

  override onStart(): void {
    const { sql } = this.ctx.storage
    sql.exec(
      'CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY, id TEXT, sender TEXT, text TEXT, timestamp INTEGER)',
    )
    const [newest] = sql.exec<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages').toArray()
    this.#seq = newest?.seq ?? 0
  }

  override onConnect(connection: Connection): void {
    connection.send('{"welcome":true}')
  }

  override onMessage(connection: Connection, frame: WSMessage): void {
    const { id, text } = JSON.parse(String(frame))
    const message = { seq: ++this.#seq, id, sender: connection.id, text, timestamp: Date.now() }
    this.ctx.storage.sql.exec(
      'INSERT INTO messages (seq, id, sender, text, timestamp) VALUES (?, ?, ?, ?, ?)',
      ...Object.values(message),
    )
    this.broadcast(JSON.stringify(message))
  }
}

// biome-ignore lint/style/noDefaultExport: the platform asks for one.
export default {
  async fetch(request: Request, env: Record<string, unknown>): Promise<Response> {
    const response = await routePartykitRequest(request, env as never)
    return response ?? new Response('Not found', { status: 404 })
  },
}
