import { type EventsSocketOptions, makeEventsSocket } from './events-socket.ts'
import type { SafeStorage } from './safe-storage.ts'
import type { Socket } from './socket.ts'
import { makeSocketTrial, type SocketTrial, type SocketTrialOptions } from './socket-trial.ts'
import { TRANSPORT_KEY, type Transport } from './transport.ts'

/** What a network that blocks sockets takes; loaded where one does. */
export interface EventsTransport {
  /** Opens server-sent events, in the shape of a socket. */
  openStream(url: string): Socket
  /** Tries a socket beside them from time to time. */
  startSocketTrial(options: SocketTrialOptions): SocketTrial
}

interface EventsTransportOptions extends EventsSocketOptions {
  /** Where the tab notes what got through: so a reload doesn't have to find out again. */
  storage: SafeStorage
}

/** Makes what goes around a blocked socket. */
export function makeEventsTransport(options: EventsTransportOptions): EventsTransport {
  function noteTransport(transport: Transport) {
    options.storage.writeItem(TRANSPORT_KEY, transport === 'events' ? transport : null)
  }
  return {
    openStream: (url) => makeEventsSocket(url, { ...options, onOpen: () => noteTransport('events') }),
    startSocketTrial: (trial) =>
      makeSocketTrial({
        ...trial,
        adopt(socket, data) {
          noteTransport('socket')
          trial.adopt(socket, data)
        },
      }),
  }
}
