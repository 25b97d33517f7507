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
  roomCheck: 5_000,
  /** Kept off for at least so long after 4429: the server's bucket has to refill. */
  flooding: 5_000,
  /** The same after 4408: whatever made this client slow has to pass. */
  tooSlow: 1_000,
  /** Beside the events of a network that blocks sockets, a socket is tried again after so long: each time twice as long. */
  socketAgain: { first: 60_000, longest: 900_000 },
  /** Between two questions whether the room still exists, where a connection rests. */
  resting: 60_000,
} as const
