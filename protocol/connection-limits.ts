/**
 * Limits of connections, and of what goes over them, each with its unit and its reason. A limit that stops an attack says which.
 */

/** Bytes of a frame: the same as a body. Stops one socket from filling the object's memory. */
export const FRAME_MAX_BYTES = 65_536

/**
 * Participants that sit at the room itself; those who join above it sit at relays, so many at each. A lone broadcast
 * costs 20 to 35 microseconds a socket (docs/scaling.md): it reaches a thousand within one frame of a film.
 * `RELAY_ABOVE` in the settings takes its place in tests.
 */
export const RELAY_ABOVE = 1_000

/** Milliseconds after which a relay asks its room whether it still is, at the latest: the backstop of every ending. */
export const RELAY_CHECK_EVERY = 600_000

/**
 * Milliseconds without a frame or a `ping` after which a connection is gone that has sent a `ping` before: a line that
 * was cut without a word. More than a browser takes to run a timer of a page in the background.
 */
export const DEAD_LINE_MS = 90_000

/** Frames of one participant, good or bad. Above it the participant is kept off (4429): parsing rubbish costs too. */
export const FRAME_RATE = { burst: 2_000, perSecond: 200 } as const

/**
 * The same for somebody who waits at the door, and has nothing to say: each frame is answered, and a stranger who reads no
 * answer must not fill the room's memory with them. All tabs acknowledge once when they open.
 */
export const WAITING_FRAME_RATE = { burst: 200, perSecond: 1 } as const

/** Milliseconds for which a participant may open no socket who sent more frames than that. */
export const FLOOD_BAN_MS = 60_000

/** Sockets that one participant opens: at once, and per second from then on. All tabs on all devices after a deploy are a fifth. */
export const UPGRADE_RATE = { burst: 60, perSecond: 1 } as const

/**
 * Characters (UTF-16 units) of frames a connection may be behind what the room has sent it, before it is closed (4408)
 * and resumes: one that doesn't read must not fill the object's memory. A client that acknowledges has `acknowledging`;
 * one that never does has `silent` since it last sent a frame or `ping`, divided among all sockets of its participant.
 */
export const BEHIND_MAX = { acknowledging: 1_048_576, silent: 16_777_216 } as const

/**
 * Characters (UTF-16 units) of frames that one participant may be sent alone, and have been sent over sockets that closed
 * since: at once, and per second from then on, so that it is all free again after a minute. The platform keeps what a socket was sent
 * until it is read, also of a closed one. Stops one from filling the memory by opening sockets and reading nothing.
 */
export const SENT_RATE = { burst: 16_777_216, perSecond: 279_620 } as const

/** Characters that must be free of these before another socket is opened: more than a welcome without messages. */
export const SENT_SPARE = 65_536

/** Characters (UTF-16 units) of frames after which a client acknowledges: an eighth of what it may be behind. */
export const ACKNOWLEDGE_EVERY = 131_072

/** Open sockets of one participant: tabs and devices. With one more the one silent for longest is closed. Stops one token from multiplying all that is sent. */
export const CONNECTIONS_MAX = 12
