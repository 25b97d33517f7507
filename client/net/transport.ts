/** How a room's events come: over a WebSocket, or as server-sent events where a network lets no WebSocket through. */
export type Transport = 'socket' | 'events'

/** Where a tab notes that only events got through. */
export const TRANSPORT_KEY = 'private-chat.transport'

/** Attempts of the socket in a row that never opened, while HTTP answered, after which it is taken for blocked. */
export const BLOCKED_AFTER = 4

interface TransportChoice {
  /** What the next attempt is made with. */
  readonly current: Transport
  /** An attempt succeeded with this transport. */
  recordOpened(transport: Transport): void
  /** An attempt never opened, and HTTP answers all the same: it is the transport that does not get through. */
  recordBlocked(): void
}

/**
 * Chooses the transport. Where neither gets through they are tried alternately: networks change without notice.
 * @param first what got through last, as far as that is known
 */
export function makeTransportChoice(first: Transport = 'socket'): TransportChoice {
  let current = first
  let unopened = 0
  return {
    get current() {
      return current
    },
    recordOpened(transport) {
      current = transport
      unopened = 0
    },
    recordBlocked() {
      if (current === 'events') {
        current = 'socket'
        unopened = BLOCKED_AFTER - 1
      } else {
        unopened += 1
        if (unopened >= BLOCKED_AFTER) current = 'events'
      }
    },
  }
}
