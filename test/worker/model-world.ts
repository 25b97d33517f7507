import { runDurableObjectAlarm } from 'cloudflare:test'
import { expect, vi } from 'vitest'
import { WELCOME } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { type FakeTimers, makeFakeTimers } from '../support/fake-timers.ts'
import { type KeptPage, ModelBrowser, type ModelTab, type WorldObserver } from './model-browser.ts'
import { listTables, roomObject, runInRoom } from './person.ts'

/** Real milliseconds in which everybody agrees once nothing disturbs them any more; a hundred times what it takes. */
const AGREED_WITHIN = 10_000

/** Virtual milliseconds that a room is given for that. */
const TIME_TO_AGREE = 3_600_000

/** Virtual milliseconds that pass between two looks at the real world: shorter than anything a client waits for. */
const BEAT = 500

export interface RoomKind {
  capacity: number | null
  expiry: 'fixed' | 'sliding'
  lifetime: number
  destroyBy: 'anyone' | 'host'
}

/**
 * A real room with real clients, the virtual time that all of them live in, and what the room has promised so far.
 * Nothing here predicts what the room does: it remembers what it said, and holds it to that.
 */
export class World {
  readonly roomId: string
  readonly kind: RoomKind
  /** The first one made the room. */
  readonly browsers: ModelBrowser[]
  readonly timers: FakeTimers = makeFakeTimers()
  readonly #epoch = Date.now()
  /** What anybody received, or was answered 2xx for: by `seq`. */
  readonly #promised = new Map<number, Message>()
  readonly #seqs = new Map<string, number>()
  /** Each sentence, where it was said, in the order of saying within its stream. */
  readonly #said = new Map<string, { stream: string; at: number }>()
  readonly #farewells: { participantId: string; why: ModelTab['over'] }[] = []
  /** Until when the room lives at least, as it said itself, and when that was. */
  #end = { at: 0, since: 0 }
  #streams = 0
  #problem: unknown = null

  constructor(roomId: string, kind: RoomKind, browsers: ModelBrowser[]) {
    this.roomId = roomId
    this.kind = kind
    this.browsers = browsers
  }

  static async make(kind: RoomKind, browsers: number, random: () => number): Promise<World> {
    const everyone = Array.from(
      { length: browsers },
      (_, index) => new ModelBrowser(`browser-${index}`, random),
    )
    const [host] = everyone
    if (host === undefined) throw new Error('a room needs somebody')
    return new World(await host.person.createRoom({ ...kind }), kind, everyone)
  }

  readonly observer: WorldObserver = {
    timers: this.timers,
    onEvent: (event, after) => this.#try(() => this.#onFrame(event, after)),
    over: (_, participantId, why) => this.#farewells.push({ participantId, why }),
  }

  /** A page nobody typed in yet. */
  page(): KeptPage {
    this.#streams += 1
    return { stream: `s${this.#streams}`, kept: new Map(), owed: new Set() }
  }

  /** A sentence that nobody said before; it will be held to its place in its stream. */
  sentence(stream: string): string {
    const text = `${stream}:${this.#said.size}`
    this.#said.set(text, { stream, at: this.#said.size })
    return text
  }

  /** Notes that the room owes this message from now on. */
  promise(message: Message): void {
    const before = this.#promised.get(message.seq)
    if (before) expect(message, `seq ${message.seq} is given to two messages`).toEqual(before)
    const key = `${message.participantId} ${message.id}`
    const seq = this.#seqs.get(key) ?? message.seq
    expect(message.seq, `the id ${message.id} of one participant is stored twice`).toBe(seq)
    this.#seqs.set(key, message.seq)
    this.#promised.set(message.seq, message)
  }

  /** Somebody asks for another end, perhaps an earlier one: until the room answers, it may be that. */
  mayEnd(at: number): void {
    this.#end = { at: Math.min(this.#end.at, at), since: Date.now() }
  }

  /** Lets virtual time pass, for the clients and for the room, with real ticks of the event loop in between. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= BEAT) {
      this.timers.passTime(Math.min(left, BEAT))
      vi.setSystemTime(this.#epoch + this.timers.now())
      await waitTick()
    }
    await waitTick()
  }

  /** Something went wrong where nobody waits for it. */
  fail(error: unknown): void {
    this.#problem ??= error
  }

  /** What must hold at every moment. */
  check(): void {
    if (this.#problem !== null) throw this.#problem
    for (const { state, participantId } of this.browsers.flatMap(({ live }) => live)) {
      const first = state.messages[0]?.seq ?? 1
      for (const [index, message] of state.messages.entries()) {
        if (message.seq !== first + index) expect(state.messages.map(({ seq }) => seq)).toBe('without a hole')
      }
      if (state.me !== null) expect(state.me.participantId, 'a page took another seat').toBe(participantId)
    }
  }

  /** Waits for the calls that are under way. */
  async calls(): Promise<void> {
    await Promise.all(this.browsers.map(({ calls }) => calls))
  }

  /** Nothing disturbs anybody any more: everyone who is in has to agree with what is stored, and nothing may be missing. */
  async settle(): Promise<void> {
    for (const browser of this.browsers) {
      browser.release()
      browser.closeDead()
    }
    await waitTick()
    await this.calls()
    // What the platform does by itself when the time has come.
    await runDurableObjectAlarm(roomObject(this.roomId))
    const alarm = await runInRoom(this.roomId, (storage) => storage.getAlarm())
    for (const browser of this.browsers) browser.online()
    const room = (await this.browsers[0]?.api.fetchRoom(this.roomId))?.value
    if (room) {
      expect(alarm, 'nothing would end this room').not.toBe(null)
      expect(alarm, 'the room would be ended too late').toBeLessThanOrEqual(room.expiresAt)
    }
    // Time enough to agree: an end in the middle of it would be another test.
    const more = { closesAt: Date.now() + TIME_TO_AGREE }
    const isOpen =
      (await this.browsers[0]?.api.call('PATCH /api/rooms/:id', { param: { id: this.roomId }, json: more }))
        ?.value !== undefined
    await this.#until(() => (isOpen ? this.#disagreement() : this.#lingering()))
    this.check()
    if (isOpen) await this.#compare()
  }

  /** Ends the room where it has not ended, and looks for anything that is left. */
  async end(): Promise<void> {
    const [host] = this.browsers
    const reply = await host?.api.destroyRoom(this.roomId)
    expect(reply?.refusal?.code ?? 'destroyed').toMatch(/^(destroyed|room-not-found)$/)
    await this.settle()
    const { roomId } = this
    for (const { person } of this.browsers) {
      const answers = await Promise.all([
        person.callRoom(roomId, 'GET'),
        person.callRoom(roomId, 'GET', '/ttl'),
        person.callRoom(roomId, 'GET', '/messages'),
        person.requestJoin(roomId),
        person.postMessage(roomId, { text: 'is anybody there?' }),
        person.callApi('GET', `/api/rooms/${roomId}/realtime`, undefined, { upgrade: 'websocket' }),
      ])
      expect(
        answers.map(({ status }) => status),
        'a room that is over answers',
      ).toEqual(answers.map(() => 404))
    }
    expect(await listTables(roomId), 'something is stored of a room that is over').toEqual([])
    expect(await runInRoom(roomId, (storage) => storage.getAlarm()), 'a dead room would wake again').toBe(
      null,
    )
  }

  #onFrame({ event, data }: RoomEvent, after: number | null): void {
    if (event === 'chat.message') this.promise(data)
    if (event === 'room.welcome') {
      for (const message of data.messages) this.promise(message)
      const { lastSeq } = data
      const from = after ?? Math.max(0, lastSeq - WELCOME.newest)
      const count = Math.min(WELCOME.missed, Math.max(0, lastSeq - from))
      const missed = Array.from({ length: count }, (_, index) => from + 1 + index)
      expect(
        data.messages.map(({ seq }) => seq),
        'a welcome leaves something out',
      ).toEqual(missed)
    }
    const room = event === 'room.welcome' ? data.room : event === 'room.update' ? data : null
    if (room) this.#seats(room.seats)
    if (room && room.serverTime >= this.#end.since) this.#end = { at: room.expiresAt, since: room.serverTime }
    if (event === 'chat.message' && this.kind.expiry === 'sliding' && data.timestamp >= this.#end.since)
      this.#end.at = Math.max(this.#end.at, data.timestamp + this.kind.lifetime * 1_000)
    if (event === 'chat.destroy' && data.reason === 'expired')
      expect(Date.now(), 'the room expired before its time').toBeGreaterThanOrEqual(this.#end.at)
  }

  #seats(seats: number): void {
    // The host of a full room has a seat besides.
    const most = (this.kind.capacity ?? seats) + 1
    expect(seats, 'more seats are taken than there are').toBeLessThanOrEqual(most)
  }

  #try(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.fail(error)
    }
  }

  async #until(missing: () => string | null): Promise<void> {
    const end = performance.now() + AGREED_WITHIN
    for (;;) {
      const why = missing()
      if (why === null) return
      if (performance.now() > end) throw new Error(`they never agree: ${why}`)
      this.check()
      await this.pass(BEAT)
      // A room sees by the clock who left only where something happens; its timer runs by a clock that nobody moves.
      if (why.endsWith('present')) await this.browsers[0]?.api.fetchRoom(this.roomId)
    }
  }

  #lingering(): string | null {
    const tab = this.browsers.flatMap(({ live }) => live)[0]
    return tab === undefined ? null : `the room is over, and a page is ${tab.session.connection.status}`
  }

  /** Why not everybody who is in has everything and knows everyone, or null. */
  #disagreement(): string | null {
    const everyone = this.browsers.flatMap(({ live }) => live)
    const present = [...new Set(everyone.map(({ participantId }) => participantId))].sort()
    const last = Math.max(0, ...this.#promised.keys(), ...everyone.map((tab) => tab.lastSeq))
    if (this.browsers.some(({ network }) => [...network.sockets].some(({ isCut }) => isCut)))
      return 'a dead line is taken for open'
    for (const { state, session, lastSeq, again } of everyone) {
      if (again.size > 0) return `the room answers nothing to ${again.size} messages that it has`
      if (session.connection.status !== 'open') return `a page is ${session.connection.status}`
      const [waiting] = state.pending
      if (waiting) return `${waiting.text} is ${waiting.state} (${waiting.failure ?? 'no failure'})`
      if (lastSeq !== last) return `a page has ${lastSeq} of ${last}`
      const here = state.participants.map(({ participantId }) => participantId).sort()
      if (here.join() !== present.join() || state.present !== present.length)
        return `a page sees ${here.length} (${state.present}) of ${present.length} present`
    }
    return null
  }

  async #compare(): Promise<void> {
    const { roomId } = this
    const { messages, seats } = await runInRoom(roomId, ({ sql }) => ({
      messages: sql
        .exec<{
          [Key in 'id' | 'seq' | 'roomId' | 'participantId' | 'sender' | 'text' | 'timestamp']: Message[Key]
        }>(
          `SELECT id, seq, ? AS roomId, participant_id AS participantId, sender, text, timestamp
           FROM messages ORDER BY seq`,
          roomId,
        )
        .toArray(),
      seats: sql
        .exec<{ participantId: string; removed: number }>(
          'SELECT participant_id AS participantId, removed FROM participants',
        )
        .toArray(),
    }))
    expect(
      messages.map(({ seq }) => seq),
      'the numbers have a hole',
    ).toEqual(messages.map((_, index) => index + 1))
    for (const message of messages) this.promise(message)
    for (const [seq, message] of this.#promised)
      expect(messages[seq - 1], 'a promised message is lost').toEqual(message)

    const texts = messages.map(({ text }) => text).filter((text) => this.#said.has(text))
    expect(new Set(texts).size, `something was said twice: ${texts.join(' ')}`).toBe(texts.length)
    const reached = new Map<string, number>()
    for (const text of texts) {
      const { stream, at } = this.#said.get(text) ?? { stream: '', at: 0 }
      expect(at, `${text} overtook what was said before it: ${texts.join(' ')}`).toBeGreaterThan(
        reached.get(stream) ?? -1,
      )
      reached.set(stream, at)
    }
    const everyone = this.browsers.flatMap(({ live }) => live)
    for (const { state, page } of everyone) {
      const stored = messages.slice((state.messages[0]?.seq ?? 1) - 1)
      expect(state.messages, 'a page shows something else than what is stored').toMatchObject(stored)
      for (const text of page.owed) expect(texts, 'what was typed never arrived').toContain(text)
    }

    const { value: room } = (await this.browsers[0]?.api.fetchRoom(roomId)) ?? {}
    const held = seats.filter(({ removed }) => removed === 0).map(({ participantId }) => participantId)
    const present = new Set(everyone.map(({ participantId }) => participantId))
    expect(room).toMatchObject({ seats: held.length, present: present.size })
    this.#seats(held.length)
    for (const participantId of present)
      expect(held, 'somebody is in without a seat').toContain(participantId)
    for (const { participantId, why } of this.#farewells) {
      if (why === 'left' || why === 'seat-lost')
        expect(held, 'who left has a seat').not.toContain(participantId)
      else expect(why, 'somebody was sent an end that is none').toBe('removed')
      if (why === 'removed') expect(seats).toContainEqual({ participantId, removed: 1 })
    }
  }
}

/** Lets what is on its way arrive, or some of it. */
export async function waitTick(): Promise<void> {
  await scheduler.wait(0)
}
