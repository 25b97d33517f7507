import type { ConnectionStatus } from '../../../client/net/connection-options.ts'
import type { Outbox } from '../../../client/net/outbox.ts'
import { realTimers } from '../../../client/net/timers.ts'
import { applyRoom, recordRoles } from '../../../client/room/apply.ts'
import { hideWhenDue } from '../../../client/room/disappearing/make-hiding.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import type { TakenEpoch } from '../../../client/room/keys/take-epochs.ts'
import type { OverReason as PageOverReason } from '../../../client/room/room-stage.ts'
import { makeSeat } from '../../../client/room/seat.ts'
import { makeSession, type Session } from '../../../client/room/session.ts'
import type { JoinValue } from '../../../client/room/unlocked.ts'
import { takeChangeEvent } from '../../../client/room/votes/take-change-event.ts'
import type { RoomEvent as WireEvent } from '../../../protocol/room-events.ts'
import { checkJoined } from './check-joined.ts'
import type { EventHub } from './event-hub.ts'
import type { OverReason, SessionStatus } from './events.ts'
import { type HostTasks, makeHostTasks } from './host-tasks.ts'
import { openSocket } from './open-socket.ts'
import type { OpenedSeat } from './opened-seat.ts'
import { type ClientRefusalCode, done, type Outcome, refuse } from './refusal.ts'
import { RoomContext } from './room-context.ts'
import { RoomTeller } from './room-teller.ts'
import { makeSends } from './sends.ts'
import { trimMessages } from './trim-messages.ts'
import { type Arrival, unlockAndJoin, wait } from './unlock-and-join.ts'

/** Milliseconds within which a card is sent again after a rotation: not everybody's at once. */
const CARD_DELAY = 2_000

/** Milliseconds that whoever joins waits for the room's first word; then they go on, and the session connects when it can. */
const WELCOME_WITHIN = 30_000

/** Milliseconds that the messages from before the end may take to open: a key of theirs may have to be asked for. */
const OPENED_WITHIN = 3_000

/** What still waits for an answer is told why there will be none. */
const REFUSED_AT_END: Partial<Record<OverReason, ClientRefusalCode>> = { closed: 'session-closed' }

/** A room as one participant is in it: what it knows, its connection, and what it tells. The calls are made on top of it. */
export class LiveRoom extends RoomContext {
  readonly sends = makeSends(this.state)
  readonly #teller = new RoomTeller(this.state, () => this.cipher())
  readonly #renewal: ReturnType<typeof makeSeat>
  readonly #tasks: HostTasks
  readonly #signal: AbortSignal | undefined
  readonly #welcome = Promise.withResolvers<void>()
  #session: Session | null = null
  #overReason: OverReason | undefined
  #isAtDoor = false
  #hasAskedAgain = false
  #isLeaving = false
  #cancelCard = () => {}
  #ending = Promise.resolve()

  constructor(seat: OpenedSeat, signal: AbortSignal | undefined) {
    super(seat)
    this.#signal = signal
    this.#renewal = makeSeat({
      join: async (request) => checkJoined(await this.api.joinRoom(this.roomId, request)),
      clock: this.clock,
      timers: realTimers,
      isLive: () => this.#overReason === undefined && !this.#isAtDoor,
      participantId: () => this.state.me?.participantId,
      onKept: () => {},
      onLost: () => this.#finish('seat-lost'),
    })
    this.#tasks = makeHostTasks(this)
  }

  get status(): SessionStatus {
    return this.#teller.status
  }

  get hub(): EventHub {
    return this.#teller.hub
  }

  get overReason(): OverReason | undefined {
    return this.#overReason
  }

  /** The connection and what belongs to it; null as long as there is none, and once it is over. */
  get session(): Session | null {
    return this.#session
  }

  /** What is sent goes in here; null at the door, where nothing may be sent. */
  get outbox(): Outbox | null {
    return this.#isAtDoor ? null : (this.#session?.outbox ?? null)
  }

  protected override get isLive(): boolean {
    return this.#session !== null
  }

  /** Comes in. It resolves once the room has spoken, or once this participant waits at its door. */
  async enter(): Promise<Outcome<void>> {
    this.#stopSession()
    const { roomId, link, store, name, password } = this.seat
    const entered = await unlockAndJoin({
      api: this.api,
      roomId,
      linkKey: link?.linkKey ?? null,
      epochLink: link?.epochLink ?? null,
      store,
      answer: { ...(name !== null && { alias: name }), ...(password !== undefined && { password }) },
      seat: this.#renewal,
      timers: realTimers,
      signal: this.#signal,
      name: name ?? '',
      now: this.now,
      newestMessage: () => this.state.messages.at(-1) ?? null,
      onEpochs: (taken) => this.#followEpochs(taken),
    })
    if (!entered.ok) return entered
    if (this.#overReason !== undefined) return refuse('room-over')
    this.seat.unlocked = entered.value.unlocked
    this.#takeSeat(entered.value)
    const { promise, resolve } = this.#welcome
    const cancel = realTimers.after(WELCOME_WITHIN, resolve)
    this.#signal?.addEventListener('abort', () => resolve(), { once: true })
    await promise
    cancel()
    return done(undefined)
  }

  /** Frees the seat. @param host the id of who becomes host in this participant's place */
  async leave(host?: string): Promise<Outcome<void>> {
    this.#isLeaving = true
    const reply = await this.api.leaveRoom(this.roomId, host)
    this.#isLeaving = false
    // Who finds the room or the seat gone has what they wanted.
    const isGone = reply.refusal && ['room-not-found', 'not-a-participant'].includes(reply.refusal.code)
    if (!reply.ok && !isGone) return refuse(reply.refusal)
    await this.end('left')
    return done(undefined)
  }

  /** Ends it for a reason of this participant's. Resolves once whoever listens was told. */
  async end(reason: OverReason): Promise<void> {
    this.#finish(reason)
    await this.#ending
  }

  /** It is over: whatever waits is answered, and whoever listens is told. */
  #finish(reason: OverReason): void {
    if (this.#overReason !== undefined) return
    if (reason === 'destroyed' || reason === 'expired' || reason === 'ended')
      this.#teller.tellDestroyed(reason)
    this.#teller.tellOpened()
    this.#overReason = reason
    this.#cancelCard()
    this.#tasks.stop()
    this.#session?.outbox.discardAll()
    this.#stopSession()
    this.sends.refuseUnstored(REFUSED_AT_END[reason] ?? 'room-over')
    this.#welcome.resolve()
    this.#ending = this.#tellEnd(reason)
  }

  async #tellEnd(reason: OverReason): Promise<void> {
    // What came before the end is opened and told before it.
    const deadline = realTimers.now() + OPENED_WITHIN
    while (this.#isOpening() && realTimers.now() < deadline) await wait(realTimers, 1)
    for (const message of this.state.messages) if (message.opened === 'opening') message.opened = 'unreadable'
    this.sends.settle()
    this.#teller.tellEnd(reason)
  }

  #isOpening(): boolean {
    return this.state.messages.some(({ opened }) => opened === 'opening')
  }

  #stopSession(): void {
    this.#session?.stopSession()
    this.#session = null
  }

  /** After each change of the state: what can be told is told. */
  protected override showChanges(): void {
    this.#teller.tellChanges()
    this.sends.settle()
    trimMessages(this.state, this.#teller.told)
    if (this.#overReason !== undefined) return
    this.#tasks.check()
    this.#renewal.renewIfDue(this.state.room?.expiresAt ?? 0)
  }

  #takeSeat(entered: Arrival): void {
    const { participantId, alias, room } = entered.value
    const role = entered.is === 'joined' ? entered.value.role : 'participant'
    this.#isAtDoor = entered.is === 'waiting'
    this.#comeIn({ participantId, alias, role, room })
    if (this.#isAtDoor) {
      this.#teller.setStatus('waiting')
      this.#welcome.resolve()
    }
    this.#session = this.#startSession(participantId)
    if (!this.#isAtDoor) this.sends.moveTo(this.#session.outbox)
  }

  #comeIn({ participantId, alias, role, room }: JoinValue): void {
    this.store.mutate((latest) => {
      latest.me ??= { participantId, alias, role }
      recordRoles(latest, [{ participantId, alias, role }])
      applyRoom(latest, room)
    })
  }

  #startSession(participantId: string): Session {
    const { seat, store } = this
    return makeSession({
      ...store,
      setPending: (entries) => {
        this.sends.takePending(this.#session?.outbox, entries)
        store.setPending(entries)
      },
      roomId: seat.roomId,
      participantId,
      cipher: this.cipher(),
      api: this.api,
      origin: seat.server,
      storage: seat.storage,
      timers: realTimers,
      wallNow: Date.now,
      makeSocket: (url) => openSocket(url, seat.jar),
      fetch: seat.jar.fetch,
      batch: (run) => run(),
      recordServerTime: this.clock.recordServerTime,
      serverNow: this.clock.now,
      timeLeft: () => {
        const { room } = this.state
        return room && Math.max(0, room.expiresAt - this.now())
      },
      onStatus: (status) => this.#followConnection(status),
      onWelcome: () => {
        if (this.#isAtDoor && this.#session) this.sends.moveTo(this.#session.outbox)
        this.#isAtDoor = false
        this.#teller.setStatus('connected')
        this.#welcome.resolve()
      },
      onUnreadable: () => void this.#enterAgain(),
      onOver: (why) => this.#endSession(why),
      loadListener: async () => ({ noticeEvent: (_, __, event) => this.#tell(event) }),
      loadParts: async () => ({ takeChangeEvent, hideWhenDue }),
    })
  }

  #tell(event: WireEvent): void {
    if (event.event === 'chat.message') this.sends.noteStored(event.data)
    if (event.event === 'room.welcome') event.data.messages.forEach(this.sends.noteStored)
    this.#teller.tellEvent(event)
  }

  #followConnection(status: ConnectionStatus): void {
    if (status === 'resting') return this.#finish('replaced')
    if (status !== 'open' && status !== 'gone' && !this.#isAtDoor) this.#teller.setStatus('reconnecting')
  }

  #endSession(why: PageOverReason): void {
    // The room may close the connection of somebody who leaves before it answers the call.
    if (this.#isLeaving) return this.#finish('left')
    // Who was away from the door for long knocks again.
    if (this.#isAtDoor && why === 'seat-lost') void this.#enterAgain()
    else if (this.#isAtDoor && why === 'removed') this.#finish('turned-away')
    else this.#finish(why === 'gave-up' || why === 'wiped' ? 'left' : why)
  }

  /** Asks for the seat once more: the place at the door is lost, or no key came with the seat. */
  async #enterAgain(): Promise<void> {
    const hadDoor = this.#isAtDoor
    if (!hadDoor && this.#hasAskedAgain) return this.#finish('no-key')
    this.#hasAskedAgain = !hadDoor
    const { refusal } = await this.enter()
    if (refusal && this.#overReason === undefined) this.#finish(hadDoor ? 'seat-lost' : 'no-key')
  }

  /** Keys were rotated: the others get this participant's card for the new ones. */
  #followEpochs(taken: readonly TakenEpoch[]): void {
    const rotating = rotatingOf(this.cipher())
    if (!rotating || !taken.some(({ is }) => is === 'taken')) return
    const sendCard = () => this.#session && void rotating.sendCard()
    this.#cancelCard()
    this.#cancelCard = realTimers.after(Math.random() * CARD_DELAY, sendCard)
    this.#tasks.check()
  }
}
