import { CLOSE, type CloseCode, isFinal } from '../../protocol/close.ts'
import type { Down } from '../../protocol/down.ts'
import type { Up } from '../../protocol/up.ts'
import { makeBackoff } from './backoff.ts'
import { realTimers, type Timers } from './timers.ts'

/** Where a connection stands: `open` once the room has said its first word, `gone` for good. */
export type Link = 'opening' | 'open' | 'waiting' | 'gone'

/** What the surroundings know: the network came or went, the page is looked at again, or is back from the cache. */
export type Hint = 'online' | 'offline' | 'visible' | 'pageshow'

/** What is used of a WebSocket. */
export interface Socket {
  readonly readyState: number
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  send(data: string): void
  close(): void
}

/** Milliseconds. */
export const PACE = {
  /** From the attempt to the first word of the room: a long welcome on a bad line needs some time. */
  opening: 15_000,
  /** Silence after which a `ping` asks whether anyone is there; shorter than any usual NAT forgets. */
  silence: 20_000,
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
} as const

export interface ConnectionOptions {
  /** The address, asked for at each attempt: it carries the cursor (`?after=`), which is kept outside the session. */
  url(): string
  /** Events of one frame, oldest first, and the length of that frame in characters. */
  onEvents(events: Down[], length: number): void
  onLink?(link: Link): void
  /** It is over for good, and why. Not called after `close`. */
  onGone?(code: CloseCode): void
  /**
   * Asked after an attempt that never opened, because a browser doesn't tell why: gives the final close code that
   * the server would have used, or null to try again.
   */
  probe?(): Promise<CloseCode | null>
  makeSocket?(url: string): Socket
  timers?: Timers
  random?(): number
}

export interface Connection {
  readonly link: Link
  /** Sends an event, or gives false where there is no open socket. What was sent may still be lost: see the outbox. */
  send(event: Up): boolean
  /** Takes a hint: probes an open socket, or tries at once where it was waiting. */
  hint(hint: Hint): void
  /** Ends it for good. */
  close(): void
}

type State =
  | { is: 'opening'; socket: Socket; since: number; cancel(): void }
  | { is: 'open'; socket: Socket; heardAt: number; probing: boolean; cancel(): void }
  | { is: 'waiting'; held: boolean; cancel(): void }
  | { is: 'gone'; cancel(): void }

const OPEN = 1
const nothing = () => {}

/** Opens a connection to a room at once and keeps it up until it is closed, or gone for good. */
export function makeConnection(options: ConnectionOptions): Connection {
  const timers = options.timers ?? realTimers
  const backoff = makeBackoff({ random: options.random ?? Math.random, now: timers.now })
  const makeSocket = options.makeSocket ?? ((url: string) => new WebSocket(url) as Socket)
  let state: State = { is: 'waiting', held: false, cancel: nothing }

  function become(next: State) {
    const before = state
    before.cancel()
    // A socket that is left says nothing any more, however long its closing takes.
    if ('socket' in before && !('socket' in next && next.socket === before.socket)) {
      before.socket.onmessage = null
      before.socket.onclose = null
      before.socket.close()
    }
    state = next
    if (before.is !== next.is) options.onLink?.(next.is)
  }

  function attempt() {
    const socket = makeSocket(options.url())
    socket.onmessage = ({ data }) => hear(socket, data)
    socket.onclose = ({ code }) => lose(code)
    become({ is: 'opening', socket, since: timers.now(), cancel: timers.after(PACE.opening, lose) })
  }

  function hear(socket: Socket, data: unknown) {
    const events = data === 'pong' ? [] : read(data)
    if (state.is === 'opening') {
      backoff.opened()
      become({ is: 'open', socket, heardAt: timers.now(), probing: false, cancel: nothing })
      listen(PACE.silence)
    } else if (state.is === 'open') {
      state.heardAt = timers.now()
      // Only a `pong` answers a `ping`: other frames may have lain in a buffer since before the line was cut.
      if (data === 'pong') {
        state.probing = false
        listen(PACE.silence)
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
      const quiet = timers.now() - state.heardAt
      if (quiet < PACE.silence) listen(PACE.silence - quiet)
      else ping(PACE.answer, lose)
    })
  }

  function ping(deadline: number, dead: () => void) {
    if (state.is !== 'open') return
    state.cancel()
    state.socket.send('ping')
    state.cancel = timers.after(deadline, dead)
  }

  function lose(code?: number) {
    if (code !== undefined && isFinal(code)) return finish(code as CloseCode)
    const neverOpened = state.is === 'opening'
    const floor = code === CLOSE.flooding ? PACE.flooding : code === CLOSE.tooSlow ? PACE.tooSlow : 0
    const waiting: State = { is: 'waiting', held: floor > 0, cancel: nothing }
    become(waiting)
    const delay = floor + backoff.next()
    let asleep = false
    const sleep = () => {
      if (state !== waiting || asleep) return
      asleep = true
      waiting.cancel()
      waiting.cancel = timers.after(delay, attempt)
    }
    if (!neverOpened || !options.probe) return sleep()
    waiting.cancel = timers.after(PACE.verdict, sleep)
    const verdict = (code: CloseCode | null) => {
      if (code === null) sleep()
      else if (state === waiting) finish(code)
    }
    options.probe().then(verdict, sleep)
  }

  function finish(code: CloseCode | null) {
    if (state.is === 'gone') return
    become({ is: 'gone', cancel: nothing })
    if (code !== null) options.onGone?.(code)
  }

  attempt()

  return {
    get link() {
      return state.is
    },
    send(event) {
      if (state.is !== 'open' || state.socket.readyState !== OPEN) return false
      state.socket.send(JSON.stringify(event))
      return true
    },
    hint(hint) {
      const back = hint !== 'offline'
      if (state.is === 'open') {
        // Back from sleep or from the page cache the socket may be closed already, and the news still on its way.
        if (state.socket.readyState !== OPEN) back ? attempt() : lose()
        else if (!state.probing) {
          state.probing = true
          ping(PACE.probe, back ? attempt : lose)
        }
      } else if (back && state.is === 'waiting') {
        if (!state.held) attempt()
      } else if (back && state.is === 'opening') {
        // An attempt from before the network changed can hang for minutes.
        if (timers.now() - state.since > PACE.probe) attempt()
      }
    },
    close: () => finish(null),
  }
}

/** The events of a frame; none where it holds no JSON, which only something between us and the room could do. */
function read(data: unknown): Down[] {
  try {
    const json: unknown = JSON.parse(String(data))
    return (Array.isArray(json) ? json : [json]) as Down[]
  } catch {
    return []
  }
}
