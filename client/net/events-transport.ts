import { type EventsSocketOptions, makeEventsSocket } from './events-socket.ts'
import type { StorageLike } from './outbox-store.ts'
import type { Socket } from './socket.ts'
import { makeSocketTrial, type SocketTrial, type SocketTrialOptions } from './socket-trial.ts'
import { NOTED_AT, type Transport } from './transport.ts'

/** What a network that blocks sockets takes; loaded where one does. */
export interface EventsTransport {
  /** Opens server-sent events, in the shape of a socket. */
  open(url: string): Socket
  /** Tries a socket beside them from time to time. */
  tryBeside(options: SocketTrialOptions): SocketTrial
}

export interface EventsTransportOptions extends EventsSocketOptions {
  /** Where the tab notes what got through: so a reload doesn't have to find out again. */
  drawer: StorageLike | undefined
}

/** Makes what goes around a blocked socket. */
export function makeEventsTransport(options: EventsTransportOptions): EventsTransport {
  function note(transport: Transport) {
    try {
      if (transport === 'events') options.drawer?.setItem(NOTED_AT, transport)
      else options.drawer?.removeItem(NOTED_AT)
    } catch {
      // Full or forbidden: then it is found out again.
    }
  }
  return {
    open: (url) => makeEventsSocket(url, { ...options, onOpen: () => note('events') }),
    tryBeside: (trial) =>
      makeSocketTrial({
        ...trial,
        adopt(socket, data) {
          note('socket')
          trial.adopt(socket, data)
        },
      }),
  }
}
