import type { ClientEvent } from '../../protocol/client-events.ts'
import { CLOSE, type CloseCode, isFinal, REPLACED } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { makeBackoff } from './backoff.ts'
import type { EventsTransport } from './events-transport.ts'
import { CONNECTING, forgetSocket, OPEN, openSocket, readFrame, type Socket } from './socket.ts'
import type { SocketTrial } from './socket-trial.ts'
import { realTimers, type Timers } from './timers.ts'
import { makeTransportChoice, type Transport } from './transport.ts'

/**
 * Where a connection stands: `open` once the room has said its first word, `resting` where others of the same participant
 * took its place and nobody looks at it, `gone` for good.
 */
export type ConnectionStatus = 'opening' | 'open' | 'waiting' | 'resting' | 'gone'

/** What the surroundings know: the network came or went, the page is looked at or used again, or is back from the cache. */
export type Hint = 'online' | 'offline' | 'visible' | 'focus' | 'pageshow'

/** Milliseconds. */
export const TIMEOUTS = {
  /** From the attempt to the first word of the room: a long welcome on a bad line needs some time. */
  opening: 15_000,
  /** What of it the upgrade itself may take: proxies that know no sockets leave it without an answer. */
  upgrade: 6_000,
  /** Silence after which a `ping` asks whether anyone is there; shorter than any usual NAT forgets. */
  silence: 20_000,
  /**
   * From one `ping` to the next at most, also where much is received: the room takes for gone a client that sent one and then nothing
   * for 90 s. A page in the background may run its timers once a minute only.
   */
  alive: 30_000,
  /** What a `pong` may take before the socket counts as dead. */
  answer: 5_000,
  /** The same when somebody is looking and waiting. */
  probe: 2_500,
  /** What the question whether the room still exists may take. */
  verdict: 5_000,
  /** Kept off for at least so long after 4429: the server's bucket has to refill. */
  flooding: 5_000,
  /** The same after 4408: whatever made this client slow has to pass. */
  tooSlow: 1_000,
  /** Beside the events of a network that blocks sockets, a socket is tried again after so long: each time twice as long. */
  socketAgain: { first: 60_000, longest: 900_000 },
  /** Between two questions whether the room still exists, where a connection rests. */
  resting: 60_000,
} as const

/** What HTTP answers about a room that could not be reached over a socket. */
export type RoomCheck = CloseCode | 'here' | { stayAway: number } | null

export interface ConnectionOptions {
  /** The address, asked for at each attempt: it carries the cursor (`?after=`), which is kept outside the session. */
  makeUrl(transport: Transport): string
  /** Events of one frame, oldest first, and the length of that frame in characters. */
  onEvents(events: RoomEvent[], length: number): void
  onStatus?(link: ConnectionStatus): void
  /** It is over for good, and why. Not called after `close`. */
  onGone?(code: CloseCode): void
  /**
   * Asked after an attempt that never opened, because a browser doesn't tell why: gives the final close code that
   * the server would have used, `here` where the room is there for this participant, the milliseconds to stay away where
   * the server asks for that, or null where there is no answer.
   */
  checkRoom?(): Promise<RoomCheck>
  makeSocket?(url: string): Socket
  /** What the first attempt is made with: what got through last. A socket unless given. */
  startWith?: Transport
  /** Returns server-sent events, once a socket turned out to be blocked; without it the socket alone is tried. */
  loadEvents?(): Promise<EventsTransport>
  timers?: Timers
  random?(): number
}

export interface Connection {
  readonly status: ConnectionStatus
  /** Sends an event, or gives false where there is no open socket. What was sent may still be lost: see the outbox. */
  sendEvent(event: ClientEvent): boolean
  /** Takes a hint: probes an open socket, or tries at once where it was waiting. */
  handleHint(hint: Hint): void
  /** Ends it for good. */
  closeConnection(): void
}

type State =
  | { is: 'opening'; transport: Transport; socket: Socket; since: number; cancel(): void }
  | {
      is: 'open'
      transport: Transport
      socket: Socket
      receivedAt: number
      lastPingAt: number
      isProbing: boolean
      /** A socket that is tried beside the events; none beside a socket. */
      trial: SocketTrial | null
      cancel(): void
    }
  | { is: 'waiting'; held: boolean; cancel(): void }
  | { is: 'resting'; cancel(): void }
  | { is: 'gone'; cancel(): void }

const nothing = () => {}

/** Opens a connection to a room at once and keeps it up until it is closed, or gone for good. */
export function makeConnection(options: ConnectionOptions): Connection {
  const timers = options.timers ?? realTimers
  const random = options.random ?? Math.random
  const backoff = makeBackoff({ random, now: timers.now })
  const makeSocket = (url: string) => openSocket(url, options.makeSocket)
  const choice = makeTransportChoice(options.startWith)
  let events: EventsTransport | null = null
  /** Whether a network came since the events were opened: it may let sockets through. */
  let isOtherNetwork = false
  const first: State = { is: 'waiting', held: false, cancel: nothing }
  let state: State = first

  function become(next: State) {
    const before = state
    before.cancel()
    if ('socket' in before && !('socket' in next && next.socket === before.socket)) {
      forgetSocket(before.socket)
      if (before.is === 'open') before.trial?.cancel()
    }
    state = next
    if (before.is !== next.is) options.onStatus?.(next.is)
  }

  function attempt() {
    const transport: Transport = events ? choice.current : 'socket'
    const url = options.makeUrl(transport)
    const socket = transport === 'events' && events ? events.openStream(url) : makeSocket(url)
    watch(socket)
    const opening: State = { is: 'opening', transport, socket, since: timers.now(), cancel: nothing }
    const isUpgraded = () => {
      if (socket.readyState === CONNECTING) return lose()
      opening.cancel = timers.after(TIMEOUTS.opening - TIMEOUTS.upgrade, lose)
    }
    opening.cancel = timers.after(TIMEOUTS.upgrade, isUpgraded)
    become(opening)
  }

  function opened(transport: Transport, socket: Socket) {
    choice.recordOpened(transport)
    const now = timers.now()
    become({
      is: 'open',
      transport,
      socket,
      receivedAt: now,
      lastPingAt: now,
      isProbing: false,
      trial: null,
      cancel: nothing,
    })
    listen(TIMEOUTS.silence)
    if (transport === 'events') trySocketBeside()
  }

  function watch(socket: Socket) {
    socket.onmessage = ({ data }) => receive(socket, data)
    socket.onclose = ({ code, reason }) => lose(code, reason)
  }

  function trySocketBeside() {
    if (state.is !== 'open' || !events) return
    state.trial = events.startSocketTrial({
      open: () => makeSocket(options.makeUrl('socket')),
      adopt(socket, data) {
        // It is no trial any more, and is not ended with the events.
        if (state.is === 'open') state.trial = null
        watch(socket)
        opened('socket', socket)
        receive(socket, data)
      },
      timeouts: { opening: TIMEOUTS.opening, ...TIMEOUTS.socketAgain },
      isNow: isOtherNetwork,
      timers,
      random,
    })
    isOtherNetwork = false
  }

  function receive(socket: Socket, data: unknown) {
    const events = data === 'pong' ? [] : readFrame(data)
    if (state.is === 'opening') {
      backoff.recordOpened()
      opened(state.transport, socket)
    } else if (state.is === 'open') {
      state.receivedAt = timers.now()
      // Only a `pong` answers a `ping`: other frames may have lain in a buffer since before the line was cut.
      if (data === 'pong') {
        state.isProbing = false
        listen(TIMEOUTS.silence)
      }
    }
    if (events.length > 0) options.onEvents(events, String(data).length)
  }

  function listen(ms: number) {
    if (state.is !== 'open') return
    state.cancel()
    // One timer that looks back instead of one for each frame: a busy room sends hundreds a second.
    state.cancel = timers.after(ms, () => {
      if (state.is !== 'open') return
      const quiet = timers.now() - state.receivedAt
      if (quiet >= TIMEOUTS.silence) return ping(TIMEOUTS.answer, lose)
      // Where something is received the connection is alive, and nobody waits for a `pong` among so much else. Of events the server
      // knows by itself who reads them.
      const isMute = state.transport === 'socket' && timers.now() - state.lastPingAt >= TIMEOUTS.alive
      if (isMute) sendPing()
      listen(TIMEOUTS.silence - quiet)
    })
  }

  function sendPing() {
    if (state.is !== 'open') return
    state.lastPingAt = timers.now()
    state.socket.send('ping')
  }

  function ping(deadline: number, dead: () => void) {
    if (state.is !== 'open') return
    state.cancel()
    sendPing()
    state.cancel = timers.after(deadline, dead)
  }

  /** Goes on once what the next attempt is made with is here. Where it can't be had, the socket is tried. */
  function loadIfNeeded(goOn: () => void) {
    if (choice.current === 'socket' || events || !options.loadEvents) return goOn()
    options.loadEvents().then((loaded) => {
      events = loaded
      goOn()
    }, goOn)
  }

  function lose(code?: number, reason?: string) {
    if (code !== undefined && isFinal(code)) return finish(code as CloseCode)
    // Coming back would take the place of another, which would come back, and so on for ever.
    if (code === CLOSE.flooding && reason === REPLACED) return rest()
    const neverOpened = state.is === 'opening'
    const floor = code === CLOSE.flooding ? TIMEOUTS.flooding : code === CLOSE.tooSlow ? TIMEOUTS.tooSlow : 0
    const waiting: State = { is: 'waiting', held: floor > 0, cancel: nothing }
    become(waiting)
    let delay = floor + backoff.nextDelay()
    let asleep = false
    const sleep = () => {
      if (state !== waiting || asleep) return
      asleep = true
      waiting.cancel()
      waiting.cancel = timers.after(delay, attempt)
    }
    if (!neverOpened || !options.checkRoom) return sleep()
    waiting.cancel = timers.after(TIMEOUTS.verdict, sleep)
    const verdict = (answer: RoomCheck) => {
      if (typeof answer === 'number') return state === waiting && finish(answer)
      if (typeof answer === 'object' && answer !== null) {
        // Chance comes on top: who was refused together does not come back together.
        delay += answer.stayAway
        waiting.held = true
        return sleep()
      }
      if (answer === 'here' && options.loadEvents && !asleep) choice.recordBlocked()
      loadIfNeeded(sleep)
    }
    options.checkRoom().then(verdict, sleep)
  }

  /** Stays off until somebody looks. Whether the room is still there is asked all the same: nothing may outlive it here. */
  function rest() {
    const resting: State = { is: 'resting', cancel: nothing }
    become(resting)
    const look = () => {
      resting.cancel = timers.after(TIMEOUTS.resting, look)
      const verdict = (answer: RoomCheck) => {
        if (typeof answer === 'number' && state === resting) finish(answer)
      }
      options.checkRoom?.().then(verdict, nothing)
    }
    resting.cancel = timers.after(TIMEOUTS.resting, look)
  }

  function finish(code: CloseCode | null) {
    if (state.is === 'gone') return
    become({ is: 'gone', cancel: nothing })
    if (code !== null) options.onGone?.(code)
  }

  loadIfNeeded(() => {
    if (state === first) attempt()
  })

  return {
    get status() {
      return state.is
    },
    sendEvent(event) {
      // Whoever writes is looking.
      if (state.is === 'resting') attempt()
      if (state.is !== 'open' || state.socket.readyState !== OPEN) return false
      state.socket.send(JSON.stringify(event))
      return true
    },
    handleHint(hint) {
      if (state.is === 'resting') {
        // Only whoever looks at it has a use for it.
        if (hint === 'visible' || hint === 'focus' || hint === 'pageshow') attempt()
        return
      }
      if (hint === 'focus') return
      const back = hint !== 'offline'
      if (hint === 'online') {
        if (state.is !== 'open') isOtherNetwork = true
        else state.trial?.tryNow()
      }
      if (state.is === 'open') {
        // Back from sleep or from the page cache the socket may be closed already, and the news still on its way.
        if (state.socket.readyState !== OPEN) back ? attempt() : lose()
        else if (!state.isProbing) {
          state.isProbing = true
          ping(TIMEOUTS.probe, back ? attempt : lose)
        }
      } else if (back && state.is === 'waiting') {
        if (!state.held) attempt()
      } else if (back && state.is === 'opening') {
        // An attempt from before the network changed can hang for minutes.
        if (timers.now() - state.since > TIMEOUTS.probe) attempt()
      }
    },
    closeConnection: () => finish(null),
  }
}
