import { CLOSE, type CloseCode, isFinal, REPLACED } from '../../protocol/close.ts'
import { makeBackoff } from './backoff.ts'
import type { Connection, ConnectionOptions, RoomCheck } from './connection-options.ts'
import { type ConnectionState, leaveState } from './connection-state.ts'
import { TIMEOUTS } from './connection-timeouts.ts'
import type { EventsTransport } from './events-transport.ts'
import { makeHeartbeat } from './heartbeat.ts'
import { CONNECTING, OPEN, openSocket, readFrame, type Socket } from './socket.ts'
import { realTimers } from './timers.ts'
import { makeTransportChoice, type Transport } from './transport.ts'

const nothing = () => {}

/** Opens a connection to a room at once and keeps it up until it is closed, or gone for good. */
export function makeConnection(options: ConnectionOptions): Connection {
  const { timers = realTimers, random = Math.random } = options
  const backoff = makeBackoff({ random, now: timers.now })
  const makeSocket = (url: string) => openSocket(url, options.makeSocket)
  const choice = makeTransportChoice(options.startWith)
  let events: EventsTransport | null = null
  /** Whether a network came since the events were opened: it may let sockets through. */
  let isOtherNetwork = false
  const first: ConnectionState = { is: 'waiting', isHeld: false, cancel: nothing }
  let state: ConnectionState = first

  function changeState(next: ConnectionState) {
    const before = state
    leaveState(before, next)
    state = next
    if (before.is !== next.is) options.onStatus?.(next.is)
  }

  function openConnection() {
    const transport: Transport = events ? choice.current : 'socket'
    const url = options.makeUrl(transport)
    const socket = transport === 'events' && events ? events.openStream(url) : makeSocket(url)
    listenTo(socket)
    const opening: ConnectionState = {
      is: 'opening',
      transport,
      socket,
      since: timers.now(),
      cancel: nothing,
    }
    opening.cancel = timers.after(TIMEOUTS.upgrade, () => {
      if (socket.readyState === CONNECTING) return handleLoss()
      opening.cancel = timers.after(TIMEOUTS.opening - TIMEOUTS.upgrade, handleLoss)
    })
    changeState(opening)
  }

  function recordOpened(transport: Transport, socket: Socket) {
    choice.recordOpened(transport)
    const heartbeat = makeHeartbeat({
      sendPing: () => socket.send('ping'),
      // The server knows by itself who reads server-sent events.
      needsPings: transport === 'socket',
      onDead: handleLoss,
      timers,
    })
    changeState({ is: 'open', transport, socket, heartbeat, trial: null, cancel: heartbeat.stop })
    if (transport === 'events') startSocketTrial()
  }

  function listenTo(socket: Socket) {
    socket.onmessage = ({ data }) => receiveFrame(socket, data)
    socket.onclose = ({ code, reason }) => handleLoss(code, reason)
  }

  function startSocketTrial() {
    if (state.is !== 'open' || !events) return
    state.trial = events.startSocketTrial({
      open: () => makeSocket(options.makeUrl('socket')),
      adopt(socket, data) {
        // It is no trial any more, and is not ended with the events.
        if (state.is === 'open') state.trial = null
        listenTo(socket)
        recordOpened('socket', socket)
        receiveFrame(socket, data)
      },
      timeouts: { opening: TIMEOUTS.opening, ...TIMEOUTS.socketAgain },
      isNow: isOtherNetwork,
      timers,
      random,
    })
    isOtherNetwork = false
  }

  function receiveFrame(socket: Socket, data: unknown) {
    const received = readFrame(data)
    if (state.is === 'opening') {
      backoff.recordOpened()
      recordOpened(state.transport, socket)
    } else if (state.is === 'open') state.heartbeat.recordFrame(data === 'pong')
    if (received.length > 0) options.onEvents(received, String(data).length)
  }

  /** Proceeds once the transport of the next attempt is loaded. Where it can't be, the socket is tried. */
  function loadIfNeeded(proceed: () => void) {
    if (choice.current === 'socket' || events || !options.loadEvents) return proceed()
    options.loadEvents().then((loaded) => {
      events = loaded
      proceed()
    }, proceed)
  }

  function handleLoss(code?: number, reason?: string) {
    if (code !== undefined && isFinal(code)) return endConnection(code as CloseCode)
    // Coming back would take the place of another, which would come back, and so on for ever.
    if (code === CLOSE.flooding && reason === REPLACED) return restUntilSeen()
    const neverOpened = state.is === 'opening'
    const floor = code === CLOSE.flooding ? TIMEOUTS.flooding : code === CLOSE.tooSlow ? TIMEOUTS.tooSlow : 0
    const waiting: ConnectionState = { is: 'waiting', isHeld: floor > 0, cancel: nothing }
    changeState(waiting)
    let delay = floor + backoff.nextDelay()
    let isWaiting = false
    const waitToReconnect = () => {
      if (state !== waiting || isWaiting) return
      isWaiting = true
      waiting.cancel()
      waiting.cancel = timers.after(delay, openConnection)
    }
    if (!neverOpened || !options.checkRoom) return waitToReconnect()
    waiting.cancel = timers.after(TIMEOUTS.roomCheck, waitToReconnect)
    const handleCheck = (answer: RoomCheck) => {
      if (typeof answer === 'number') return state === waiting && endConnection(answer)
      if (answer !== null && answer !== 'here') {
        // Chance comes on top: who was refused together does not come back together.
        delay += answer.stayAway
        waiting.isHeld = true
        return waitToReconnect()
      }
      if (answer === 'here' && options.loadEvents && !isWaiting) choice.recordBlocked()
      loadIfNeeded(waitToReconnect)
    }
    options.checkRoom().then(handleCheck, waitToReconnect)
  }

  /** Stays closed until somebody looks at the page. Whether the room still exists is asked meanwhile: nothing may outlive it here. */
  function restUntilSeen() {
    const resting: ConnectionState = { is: 'resting', cancel: nothing }
    changeState(resting)
    const checkAgain = () => {
      resting.cancel = timers.after(TIMEOUTS.resting, checkAgain)
      const handleCheck = (answer: RoomCheck) => {
        if (typeof answer === 'number' && state === resting) endConnection(answer)
      }
      options.checkRoom?.().then(handleCheck, nothing)
    }
    resting.cancel = timers.after(TIMEOUTS.resting, checkAgain)
  }

  function endConnection(code: CloseCode) {
    if (state.is === 'gone') return
    closeConnection()
    options.onGone?.(code)
  }

  function closeConnection(code?: number) {
    if (state.is !== 'gone') changeState({ is: 'gone', code, cancel: nothing })
  }

  loadIfNeeded(() => {
    if (state === first) openConnection()
  })

  return {
    get status() {
      return state.is
    },
    sendEvent(event) {
      // Somebody who writes is looking at the page.
      if (state.is === 'resting') openConnection()
      if (state.is !== 'open' || state.socket.readyState !== OPEN) return false
      state.socket.send(JSON.stringify(event))
      return true
    },
    handleHint(hint) {
      if (state.is === 'resting') {
        // It is of use only to somebody who looks at the page.
        if (hint === 'visible' || hint === 'focus' || hint === 'pageshow') openConnection()
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
        if (state.socket.readyState !== OPEN) back ? openConnection() : handleLoss()
        else state.heartbeat.probeConnection(back ? openConnection : handleLoss)
      } else if (back && state.is === 'waiting') {
        if (!state.isHeld) openConnection()
      } else if (back && state.is === 'opening') {
        // An attempt from before the network changed can hang for minutes.
        if (timers.now() - state.since > TIMEOUTS.probe) openConnection()
      }
    },
    closeConnection,
  }
}
