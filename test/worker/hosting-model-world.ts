import { expect } from 'vitest'
import { HOST_ABSENT_MS, LEAVE_ANNOUNCED_AFTER } from '../../protocol/limits.ts'
import type { Reply } from '../support/api-client.ts'
import { DAY, Facilitator } from './facilitator.ts'
import { ModelGuest, type Received } from './hosting-model-guest.ts'
import { readSnapshot, type Seat, type Settings, type Snapshot } from './hosting-model-snapshot.ts'
import { waitTick } from './model-world.ts'
import { letTimePass } from './pass-time.ts'
import { listTables, Person } from './person.ts'

export interface RoomKind {
  /** Who made it, as the first of all. */
  maker: 'host' | 'facilitator'
  capacity: number | null
  destroyBy: 'anyone' | 'host'
  door: 'open' | 'knock'
  history: 'all' | 'from-join'
  starts: 'now' | 'second'
}

/** What somebody asked for, and how it was answered. */
interface Report {
  what: string
  guest: ModelGuest
  /** The id of whom it was done to. */
  whom: string
  reply: Reply
}

/** Real ticks of the event loop in which a room learns that a connection was closed; a hundred times what it takes. */
const TICKS_TO_LEARN = 1_000

/**
 * A room with a host and guests. Nothing here predicts how a call is answered: after each step it compares what was stored
 * before and after with what was asked for, and reads everything that anybody received.
 */
export class HostingWorld {
  readonly roomId: string
  readonly kind: RoomKind
  /** The first one made the room. */
  readonly guests: ModelGuest[]
  #before: Snapshot
  #reports: Report[] = []
  /** From behind which `seq` each participant may read; whoever is not in it may read nothing. */
  readonly #since = new Map<string, number>()
  readonly #seqs = new Map<string, number>()
  #words = 0

  private constructor(roomId: string, kind: RoomKind, guests: ModelGuest[], before: Snapshot) {
    this.roomId = roomId
    this.kind = kind
    this.guests = guests
    this.#before = before
  }

  static async make(kind: RoomKind, count: number): Promise<HostingWorld> {
    const { maker, starts, ...options } = kind
    const made = maker === 'facilitator' ? await planRoom(options) : await createRoom({ starts, ...options })
    const { roomId, person } = made
    const guests = Array.from(
      { length: count },
      (_, number) => new ModelGuest(number, number === 0 ? person : new Person()),
    )
    const before = await readSnapshot(roomId)
    if (before === null) throw new Error('the room is not stored')
    return new HostingWorld(roomId, kind, guests, before)
  }

  /** Whether it is the room of a facilitator, who has a session: they need no seat to govern it, and read everything. */
  get #isPlanned(): boolean {
    return this.kind.maker === 'facilitator'
  }

  guestOf(number: number): ModelGuest {
    return findGuest(this.guests, number)
  }

  /** A word that nobody said before. */
  makeWord(): string {
    this.#words += 1
    return `word-${this.#words};`
  }

  report(report: Report): void {
    this.#reports.push(report)
  }

  /** What must hold after each step. */
  async checkStep(): Promise<void> {
    const [before, after, reports] = [this.#before, await readSnapshot(this.roomId), this.#reports]
    this.#reports = []
    this.#noteTimes(before, reports)
    if (after === null) throw new Error('the room is gone, and nobody ended it')
    for (const { seq, text } of after.messages) this.#seqs.set(text, seq)
    this.#checkMessages(before, after)
    this.#checkSeats(before, after, reports)
    this.#checkSettings(before, after, reports)
    this.#checkClaims(before, reports)
    this.#before = after
    for (const each of this.guests.flatMap((guest) => guest.takeReceived())) this.#checkReceived(each)
  }

  /** Everybody reads what they can, and comes back. Then every host stays away: the room can be governed, and ended. */
  async end(): Promise<void> {
    const { roomId } = this
    await Promise.all(this.guests.map((guest) => guest.readEverything(roomId)))
    await this.checkStep()
    // Whoever changed much may change something again.
    letTimePass(60_000)
    const inside: ModelGuest[] = []
    for (const guest of this.guests) if (await this.#comesBack(guest)) inside.push(guest)
    await this.checkStep()
    const roleOf = ({ participantId }: ModelGuest) => this.#before.seats.get(participantId ?? '')?.role
    const hosts = inside.filter((guest) => ['host', 'facilitator'].includes(roleOf(guest) ?? ''))
    const others = inside.filter((guest) => roleOf(guest) === 'participant')
    expect(hosts.length + others.length, 'somebody is in without a seat').toBe(inside.length)
    for (const host of hosts)
      expect((await host.call(roomId, 'PATCH', '', { locked: false })).status, 'a host can’t govern').toBe(
        200,
      )
    let governor = this.#isPlanned ? this.guestOf(0) : hosts[0]
    const claimant = this.#isPlanned ? undefined : others[0]
    if (claimant) {
      for (const host of hosts) host.disconnect()
      await this.#untilAway(claimant, hosts)
      letTimePass(HOST_ABSENT_MS)
      const claimed = await claimant.call(roomId, 'POST', '/host')
      expect([claimed.status, claimed.body.role], 'nobody can govern the room').toEqual([200, 'host'])
      expect((await claimant.call(roomId, 'PATCH', '', { locked: true })).status).toBe(200)
      governor = claimant
    }
    if (!governor) return
    expect((await governor.call(roomId, 'PATCH', '', { locked: true })).status).toBe(200)
    expect((await governor.call(roomId, 'DELETE', '')).status, 'nobody can end the room').toBe(200)
    expect(await listTables(roomId), 'something is stored of a room that is over').toEqual([])
    for (const guest of this.guests) {
      expect((await guest.call(roomId, 'GET', '')).status).toBe(404)
      for (const received of guest.takeReceived()) this.#checkReceived(received)
    }
  }

  async #comesBack(guest: ModelGuest): Promise<boolean> {
    if (guest.participantId === null || !this.#before.seats.has(guest.participantId)) return false
    guest.disconnect()
    const connection = await guest.connect(this.roomId, '')
    if (connection === null) return false
    await connection.nextEvent('room.welcome', 'somebody with a seat is not welcomed')
    return true
  }

  /** Waits until the room knows that these hosts have no connection, or no seat any more. */
  async #untilAway(reader: ModelGuest, hosts: readonly ModelGuest[]): Promise<void> {
    const ids = new Set(hosts.map(({ participantId }) => participantId))
    for (let tick = 0; tick < TICKS_TO_LEARN; tick += 1) {
      const { body } = await reader.call(this.roomId, 'GET', '/participants')
      const isAway = (body.participants ?? []).every(
        (each) => !ids.has(each.participantId) || !each.connected,
      )
      if (isAway) return
      letTimePass(LEAVE_ANNOUNCED_AFTER)
      await waitTick()
    }
    throw new Error('the room does not learn that a host is gone')
  }

  /** Notes from when on somebody may read who was given a seat. What was stored before the step is older in any case. */
  #noteTimes({ messages }: Snapshot, reports: readonly Report[]): void {
    const newest = this.kind.history === 'all' ? 0 : (messages.at(-1)?.seq ?? 0)
    const note = (id: string) => this.#since.has(id) || this.#since.set(id, newest)
    for (const { what, whom, reply } of reports) {
      if (what === 'admit' && reply.status === 204) note(whom)
      const { participantId, role } = reply.body
      if (what === 'join' && participantId !== undefined && String(role) !== 'waiting') note(participantId)
    }
  }

  #checkMessages(before: Snapshot, after: Snapshot): void {
    const first = firstOf(before)
    for (const message of after.messages.slice(before.messages.length)) {
      const { participantId, text, timestamp } = message
      const [was, is] = [before.seats.get(participantId), after.seats.get(participantId)]
      const isMuted = (seat: Seat) => seat.mutedUntil !== null && timestamp < seat.mutedUntil
      if (was?.role !== 'participant' || is?.role !== 'participant') continue
      expect(isMuted(was) && isMuted(is), `${text} of somebody who is muted is stored`).toBe(false)
      expect(before.quiet && after.quiet, `${text} of a participant is stored in a quiet room`).toBeFalsy()
      const earlier = after.messages.findLast(
        (each) => each.participantId === participantId && each.seq < message.seq,
      )
      const wait = 1_000 * Math.min(before.slow, after.slow)
      if (earlier) expect(timestamp - earlier.timestamp, `${text} is too soon`).toBeGreaterThanOrEqual(wait)
      if (first !== participantId && first === firstOf(after))
        expect(after.startedAt, 'a second one spoke, and the life has not begun').not.toBe(null)
    }
  }

  #checkSeats(before: Snapshot, after: Snapshot, reports: readonly Report[]): void {
    for (const [id, seat] of after.seats) {
      const was = before.seats.get(id)
      const isManaged = reports.some(({ whom }) => whom === id)
      if (was && was.role === seat.role && !isManaged)
        expect(seat.mutedUntil, 'nobody changed a mute, and it is another').toBe(was.mutedUntil)
      const isMuted = (was?.mutedUntil ?? 0) > Date.now() && (seat.mutedUntil ?? 0) > Date.now()
      if (was && isMuted) expect(seat.alias, 'somebody who is muted took another name').toBe(was.alias)
      if (was || seat.role !== 'participant') continue
      const isLetIn = reports.some(
        ({ what, whom, reply }) => what === 'admit' && whom === id && reply.status === 204,
      )
      const isClosed = (room: Settings) => room.door === 'knock' || room.locked === 1
      const mayCome = isLetIn || !isClosed(before) || !isClosed(after)
      expect(mayCome, 'somebody came in whom nobody let in').toBe(true)
    }
    for (const id of after.waiting) expect(after.seats.has(id), 'somebody waits, and has a seat').toBe(false)
  }

  #checkSettings(before: Snapshot, after: Snapshot, reports: readonly Report[]): void {
    const isChanged = reports.some(({ what, reply }) => what === 'set' && reply.status === 200)
    const settingsOf = ({ quiet, slow, door, locked }: Snapshot) => ({ quiet, slow, door, locked })
    if (!isChanged) expect(settingsOf(after), 'nobody changed it').toEqual(settingsOf(before))
    if (before.startedAt !== null) expect(after.startedAt, 'a life began twice').toBe(before.startedAt)
    else if (this.#since.size < 2) expect(after.startedAt, 'the life began with one who is alone').toBe(null)
  }

  #checkClaims(before: Snapshot, reports: readonly Report[]): void {
    const won = reports.filter(
      ({ what, guest, reply }) =>
        what === 'claim' &&
        reply.status === 200 &&
        before.seats.get(guest.participantId ?? '')?.role === 'participant',
    )
    if (this.#isPlanned) expect(won.length, 'a guest claimed the room of a facilitator').toBe(0)
    if (won.length === 0 || reports.some(({ what }) => what === 'role')) return
    expect(won.length, 'two claimed at once, and both became host').toBe(1)
    const here = this.guests.filter(
      (guest) =>
        guest.isConnected &&
        before.seats.get(guest.participantId ?? '')?.role === 'host' &&
        reports.every((report) => report.guest !== guest),
    )
    expect(here.length, 'somebody became host while a host is here').toBe(0)
  }

  /** Nobody who waits learns a word, or anything of those inside; and nobody reads what was said before their time. */
  #checkReceived({ guest, participantId, text, isWelcomed }: Received): void {
    if (this.#isPlanned && guest.number === 0) return
    const since = (isWelcomed ? this.#since.get(participantId ?? '') : undefined) ?? Number.POSITIVE_INFINITY
    for (const [word] of text.matchAll(/word-\d+;/g)) {
      // Refused messages are not told to anybody: this one was stored, and is read in the next step at the latest.
      const seq = this.#seqs.get(word) ?? 0
      expect(seq, `guest ${guest.number} received ${word} from before their time: ${text}`).toBeGreaterThan(
        since,
      )
    }
    if (since !== Number.POSITIVE_INFINITY) return
    for (const [name, number] of text.matchAll(/name-(\d+)-\d+/g))
      expect(Number(number), `guest ${guest.number} learns outside of ${name}: ${text}`).toBe(guest.number)
    for (const other of this.guests)
      for (const id of other === guest ? [] : other.ids)
        expect(text, `guest ${guest.number} learns outside of guest ${other.number}`).not.toContain(id)
  }
}

/** The id of whoever has sat for longest. */
function firstOf({ seats }: Snapshot): string | undefined {
  return seats.keys().next().value
}

function findGuest(guests: readonly ModelGuest[], number: number): ModelGuest {
  const guest = guests[number % guests.length]
  if (guest === undefined) throw new Error('nobody is here')
  return guest
}

/** Makes a room that lives for a day, as anybody can. */
async function createRoom(options: Record<string, unknown>) {
  const person = new Person()
  return { person, roomId: await person.createRoom({ ...options, lifetime: DAY / 1_000 }) }
}

/** Makes a room of a facilitator that closes in a day. */
async function planRoom(options: Record<string, unknown>) {
  const person = await Facilitator.signUp()
  return { person, roomId: (await person.scheduleRoom({ ...options, closesAt: Date.now() + DAY })).roomId }
}
