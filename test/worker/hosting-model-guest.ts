import type { Reply } from '../support/api-client.ts'
import { TestConnection } from '../support/test-connection.ts'
import { channelOf, type Person } from './person.ts'

/** All that can be read of a room by HTTP. */
export const READS = [
  ...['', '/ttl', '/participants', '/epochs', '/messages', '/messages?after=0&limit=500'],
  ...['/messages?before=1000', '/messages?changedSince=0'],
]
/** How a connection may resume. */
export const RESUMES = ['', '?after=0', '?rev=0', '?after=1&rev=0']

/** Something that somebody received, and under which participant id; null for somebody without one. */
export interface Received {
  guest: ModelGuest
  participantId: string | null
  text: string
  /** Whether it came from the room's inside: not before the welcome of its connection. */
  isWelcomed: boolean
}

interface Line {
  connection: TestConnection
  participantId: string | null
  /** Frames that were taken already. */
  taken: number
  isWelcomed: boolean
  isClosed: boolean
}

/** Somebody who comes, waits, speaks and goes, and everything that they received since it was last taken. */
export class ModelGuest {
  readonly number: number
  readonly person: Person
  /** Of the seat or the place at the door that they were given last. */
  participantId: string | null = null
  /** Every id that they were ever given. */
  readonly ids = new Set<string>()
  readonly #lines = new Set<Line>()
  #answers: Received[] = []
  #names = 0

  constructor(number: number, person: Person) {
    this.number = number
    this.person = person
  }

  /** A name that nobody had before. */
  makeName(): string {
    this.#names += 1
    return `name-${this.number}-${this.#names}`
  }

  /** Whether a connection of theirs is open, as far as they know. */
  get isConnected(): boolean {
    return [...this.#lines].some((line) => line.isWelcomed && !line.isClosed)
  }

  /** Makes a call of the room's API. */
  async call(roomId: string, method: string, path: string, body?: unknown): Promise<Reply> {
    const { participantId } = this
    const reply = await this.person.callRoom(roomId, method, path, body)
    this.#answers.push({ guest: this, participantId, text: reply.text, isWelcomed: true })
    return reply
  }

  /** Joins, or knocks. */
  async join(roomId: string): Promise<Reply> {
    const reply = await this.person.requestJoin(roomId, { alias: this.makeName() })
    if (reply.body.participantId !== undefined) {
      this.participantId = reply.body.participantId
      this.ids.add(this.participantId)
    }
    this.#answers.push({ guest: this, participantId: this.participantId, text: reply.text, isWelcomed: true })
    return reply
  }

  /** Opens a socket. @returns the connection; null where the answer is no */
  async connect(roomId: string, query: string): Promise<TestConnection | null> {
    const { participantId } = this
    const response = await this.person.requestUpgrade(roomId, query)
    if (response.webSocket === null) {
      this.#answers.push({ guest: this, participantId, text: await response.text(), isWelcomed: true })
      return null
    }
    return this.#addLine(new TestConnection(await channelOf(response)))
  }

  /** Opens a stream of events that begins after a message, where the room allows it. */
  async openStream(roomId: string, after: number): Promise<void> {
    await this.person.openEventStream(roomId, String(after)).then(
      (connection) => this.#addLine(connection),
      (refusal: Error) =>
        this.#answers.push({
          guest: this,
          participantId: this.participantId,
          text: refusal.message,
          isWelcomed: true,
        }),
    )
  }

  /** Asks in every way for all that was ever said. */
  async readEverything(roomId: string): Promise<void> {
    for (const path of READS) await this.call(roomId, 'GET', path)
    for (const query of RESUMES) await this.connect(roomId, query)
    await this.openStream(roomId, 0)
    await this.settle()
  }

  /** Says something over the newest connection that is open. */
  say(id: string, text: string): void {
    const line = [...this.#lines].findLast(({ isClosed }) => !isClosed)
    try {
      line?.connection.sendMessage(id, text)
    } catch {
      // A stream, or a socket that the room has closed.
    }
  }

  /** Closes all connections. The room learns of it soon. */
  disconnect(): void {
    for (const line of this.#lines) {
      // Where the other end is gone already nothing answers.
      if (!line.isClosed) void line.connection.disconnect().catch(() => {})
      line.isClosed = true
    }
  }

  /** The object at the other end is gone, and every connection with it. */
  loseConnections(): void {
    for (const line of this.#lines) line.isClosed = true
  }

  /** Waits until everything that was sent to them has come. */
  async settle(): Promise<void> {
    const open = [...this.#lines].filter(({ isClosed }) => !isClosed)
    // A stream can't be asked, and a connection may be closed meanwhile.
    await Promise.all(open.map(({ connection }) => connection.waitUntilSettled().catch(() => {})))
  }

  /** @returns what they received since this was last called */
  takeReceived(): Received[] {
    const received = this.#answers
    this.#answers = []
    for (const line of this.#lines) {
      for (const text of line.connection.frames.slice(line.taken)) {
        line.isWelcomed ||= text.includes('"room.welcome"')
        received.push({ guest: this, participantId: line.participantId, text, isWelcomed: line.isWelcomed })
      }
      line.taken = line.connection.frames.length
      if (line.isClosed) this.#lines.delete(line)
    }
    return received
  }

  #addLine(connection: TestConnection): TestConnection {
    const { participantId } = this
    const line: Line = { connection, participantId, taken: 0, isWelcomed: false, isClosed: false }
    this.#lines.add(line)
    void connection.closed.then(() => {
      line.isClosed = true
    })
    return connection
  }
}
