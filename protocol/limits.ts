/**
 * Every number both sides must agree on, each with its unit and its reason.
 * A limit that stops an attack says which. Those of accounts, connections, files and keys have files of their own.
 */

/** Version of the wire. `test` pins the hash of both unions beside it: change one, raise the other. */
export const PROTOCOL = 1

/** The year 2100, Unix milliseconds: anything later is a mistake in units. */
export const CENTURY_END = 4_102_444_800_000

/** Characters of a room id: a nanoid, 126 bits, so that nobody finds a room by guessing. */
export const ROOM_ID_LENGTH = 21

/** Participants. Two is a conversation; the upper end is what relays are planned for. */
export const CAPACITY = { min: 2, max: 100_000, default: 2 } as const

/** Seconds. Ten is enough to be useful to a script, a day is as long as "self-destructing" stays true. */
export const LIFETIME = { min: 10, max: 86_400, default: 600 } as const

/** Seconds for which a room waits for its second participant, before its life begins. A day is as long as any room lives. */
export const WAIT_FOR = { min: 60, max: 86_400, default: 86_400 } as const

/**
 * Milliseconds for which a second participant is connected before the life of a room begins that waits for one: a look at the
 * link, or a scanner with a real browser, is gone by then.
 */
export const ARRIVED_AFTER_MS = 10_000

/** Seconds between two messages of one participant, in a room that is slowed down. Five minutes is slow enough for anybody. */
export const SLOW_MAX = 300

/** Participants who wait at the door of a room. Stops a flood from filling the room's memory and its host's screen. */
export const WAITING_MAX = 50

/** Milliseconds without a connection after which somebody who waits at the door is forgotten: longer than a reload. */
export const WAITING_SEAT_MS = 60_000

/** Milliseconds for which no host has had a connection, before anybody else may become host. */
export const HOST_ABSENT_MS = 120_000

/** Characters of a room's password. */
export const PASSWORD = { min: 4, max: 128 } as const

/** Characters of a token that a client brings along: no token of ours is longer. */
export const TOKEN_MAX = 128

/** Characters (code points) of an alias: fits one line of a phone. */
export const ALIAS_MAX = 32

/**
 * Combining marks on one letter of an alias or a title. Vietnamese, Thai, pointed Hebrew and Tibetan need no more; stops
 * towers of them from painting over the page.
 */
export const MARKS_MAX = 4

/** Bytes of UTF-8 in a message: about eight pages of text, and small enough to send to thousands. */
export const MESSAGE_MAX_BYTES = 16_384

/**
 * Messages a room stores. The platform allows an object 10 GB; so many of the longest ones are 8.2. A room that is full
 * of messages can be read until its end, and takes no more.
 */
export const MESSAGES_MAX = 500_000

/** Characters of a message id chosen by its sender. */
export const MESSAGE_ID_MAX = 64

/** Bytes of a request body: room for the longest message with every character escaped in JSON's usual way. */
export const BODY_MAX_BYTES = 65_536

/** Messages a page of history holds, and the characters (UTF-16 units) of their JSON: fewer messages where they are large. */
export const HISTORY = { default: 100, max: 500, characters: 1_703_936 } as const

/**
 * Characters of history that one participant reads: at once, and per second from then on. A page is read as long as some
 * are left, whatever it weighs. Stops calls in parallel from filling the memory of everything that a page passes through.
 */
export const HISTORY_RATE = { burst: 3_407_872, perSecond: 1_048_576 } as const

/** What `room.welcome` carries at most: the newest messages, those missed since `after`. */
export const WELCOME = {
  newest: 100,
  missed: 500,
  /**
   * Of the JSON of its messages, in UTF-16 units: a hundred of the longest texts with what JSON adds to them. What is
   * escaped, such as a control character, counts as often as it is written. The rest is a call away.
   */
  characters: 1_703_936,
} as const

/**
 * Participants present up to which each is named, also to everyone who comes; above it they are counted, once a second at most.
 * To name everyone to everyone grows with the square of the room.
 */
export const PRESENCE_LISTED_MAX = 200

/** Milliseconds between two `presence.count`. */
export const PRESENCE_COUNT_EVERY = 1_000

/** Milliseconds without a connection after which the seat of someone who never spoke may be freed. */
export const SILENT_SEAT_MS = 60_000

/**
 * The same where the last socket was closed by its own side: a scanner, or the browser within another app, that looked
 * and went. Long enough for a page that is loaded again.
 */
export const CLOSED_SEAT_MS = 10_000

/**
 * Milliseconds without a connection after which the seat of someone who never spoke is freed where seats have no
 * limit and nobody needs it. Longer than above: who only reads, on a phone that sleeps, comes back to it; and every relay
 * has reported meanwhile who is there (`RELAY_CHECK_EVERY`). A seat that never had a connection is freed after
 * `SILENT_SEAT_MS`. Stops joining by script from filling a room for ever.
 */
export const UNUSED_SEAT_MS = 900_000

/** Milliseconds in which somebody may be back before the leave is announced: a page that is loaded again is no news. Stops one from announcing comings and goings to everyone all the time. */
export const LEAVE_ANNOUNCED_AFTER = 2_000

/** Milliseconds without a connection after which a host may free the seat of someone who did speak: longer than a reload. */
export const AWAY_SEAT_MS = 60_000

/** Participants that one answer lists. A room may have 100,000 seats: the answer stays under 64 KiB. */
export const PARTICIPANTS_LISTED_MAX = 500

/**
 * Wrong passwords that one address, one known device or one session may try at a room or an account in so many
 * milliseconds: 14,400 a day. It stops one guesser and nobody else.
 */
export const PASSWORD_TRIES = { count: 10, windowMs: 60_000 } as const

/**
 * The same for all addresses together. It takes thirty addresses at once to get here, and all of them together guess
 * 432,000 times a day: in the day that a room lives a quarter of what four letters and digits can be (36^4), and in a
 * year four hundred-millionths of what ten can be.
 */
export const PASSWORD_TRIES_TOTAL = { count: 300, windowMs: 60_000 } as const

/**
 * Milliseconds for which an address is refused whose requests named so often (`STRANGER_RATE_LIMIT` in wrangler.toml) what
 * doesn't exist or isn't theirs. Stops one from waking objects by the thousand.
 */
export const STRANGER_WINDOW_MS = 60_000

/** Messages of one participant: at once, and per second from then on. Stops one from drowning the others. */
export const MESSAGE_RATE = { burst: 100, perSecond: 10 } as const

/** Options of a poll. More than ten don't fit a phone. */
export const POLL_OPTIONS = { min: 2, max: 10 } as const

/** Characters (code points) of an option of a poll: two lines of a phone. */
export const POLL_OPTION_MAX = 200

/** Characters of the code of a reaction. In an encrypted room 12 are used, of a tag of 9 bytes. */
export const REACTION_CODE_MAX = 24

/** Reactions to one message: of one participant, and different ones of all. Stops a message from carrying a list without end. */
export const REACTIONS = { own: 8, different: 24 } as const

/** Capacity up to which a room says who gave which reaction: in a larger one nobody knows everybody, and a list would be long. */
export const REACTORS_NAMED_MAX = 50

/** Reactions that one participant gives or takes back: at once, and per second from then on. The same as for messages. */
export const REACTION_RATE = { burst: 100, perSecond: 10 } as const

/** Milliseconds between two tellings of what has changed about messages: nobody can read numbers that change more often. */
export const CHANGES_TOLD_EVERY = 1_000

/** Changed messages that one welcome lists. Who missed more reads anew what is shown. */
export const CHANGES_LISTED_MAX = 500

/** Seconds after which a message disappears by itself. Five is time to read a line; a day is as long as any room lives. */
export const EXPIRES = { min: 5, max: 86_400 } as const

/** Seconds for which each reader sees a message that is read once. Five is time to read a line, an hour is as long as it is kept. */
export const BURN = { min: 5, max: 3_600 } as const

/** Milliseconds after which a message that is read once goes, whoever has not read it: long enough for who is in a meeting. */
export const BURN_KEPT_MS = 3_600_000

/** Participants of a room up to which messages are read once: each of them has a clock, in one row with the text. */
export const BURN_SEATS_MAX = 50

/** Milliseconds in which one participant is announced as typing once at most. */
export const TYPING_EVERY = 1_000

/** Participants who are named as typing within one second in a room with over 200 present; the rest is dropped. */
export const TYPING_NAMED_MAX = 3

/** Milliseconds by which the end of a sliding room may move before `room.update` says so again. */
export const SLIDE_ANNOUNCED_EVERY = 1_000

/** Characters (code points) of a room's title. */
export const TITLE_MAX = 120

/** Milliseconds ahead of now at which a scheduled room closes at the latest: a year and a day. */
export const SCHEDULE_AHEAD_MS = 366 * 86_400_000

/** Seconds after `closesAt` that the facilitator finds the transcript. A week by default, thirty days at most. */
export const RETAIN_FOR = { min: 0, max: 2_592_000, default: 604_800 } as const

/** Changes of alias of one participant: at once, and per second from then on. Stops one from flickering at all others. */
export const RENAME_RATE = { burst: 10, perSecond: 1 } as const

/** Changes of a room by one participant, or by all who manage it without a seat: the same, for locks and ends. */
export const PATCH_RATE = { burst: 30, perSecond: 3 } as const
