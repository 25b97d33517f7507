/**
 * Every number both sides must agree on, each with its unit and its reason.
 * A limit that stops an attack says which.
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

/** Characters of a participant's id: the first of the hash of a public key, 126 bits, so that nobody finds another key with it. */
export const PARTICIPANT_ID_LENGTH = 21

/** Characters of a participant's card: 512 bytes encrypted are 747. */
export const CARD_MAX = 1_024

/** Characters of an invite: a key of 32 bytes and the ids of 16 who were removed, encrypted, take 272. */
export const INVITE_MAX = 512

/** Characters of a wrap: three keys of 32 bytes and the ids of 16 who were removed, encrypted, take 358. */
export const WRAP_MAX = 512

/** Epochs of a room. A rotation every ten seconds takes eleven hours to get there. Stops one from filling the storage. */
export const EPOCHS_MAX = 4_096

/** Seats up to which keys rotate: a rotation holds a wrap for each, in one body and one step of the room. */
export const ROTATION_SEATS_MAX = 200

/** Bytes of the body of a rotation: 200 wraps, and as many cards with the longest names, take 231 KB. */
export const ROTATION_BODY_MAX_BYTES = 262_144

/** Epochs that one answer lists, and a welcome: who was away for longer asks again. 100 take some 66 KB. */
export const EPOCHS_LISTED_MAX = 100

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

/** Bytes of a frame: the same as a body. Stops one socket from filling the object's memory. */
export const FRAME_MAX_BYTES = 65_536

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

/**
 * Participants that sit at the room itself; those who join above it sit at relays, so many at each. A lone broadcast
 * costs 20 to 35 microseconds a socket (docs/scaling.md): it reaches a thousand within one frame of a film.
 * `RELAY_ABOVE` in the settings takes its place in tests.
 */
export const RELAY_ABOVE = 1_000

/** Milliseconds after which a relay asks its room whether it still is, at the latest: the backstop of every ending. */
export const RELAY_CHECK_EVERY = 600_000

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

/**
 * Milliseconds without a frame or a `ping` after which a connection is gone that has sent a `ping` before: a line that
 * was cut without a word. More than a browser takes to run a timer of a page in the background.
 */
export const DEAD_LINE_MS = 90_000

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

/** Characters of the id of a file: a nanoid. */
export const FILE_ID_LENGTH = 21

/**
 * Octets in one chunk of a file: 512 KiB, and the 28 that encryption adds. The platform stores 2 MB in a row, and an object's
 * memory holds as many chunks at a time as calls.
 */
export const FILE_CHUNK = { plain: 524_288, added: 28 } as const

/** Octets of a file, without what encryption adds: a picture of a good camera, or half an hour of speech. */
export const FILE_MAX_BYTES = 26_214_400

/** Chunks of a file: what the largest one takes. */
export const FILE_CHUNKS_MAX = FILE_MAX_BYTES / FILE_CHUNK.plain

/** Octets of all files of a room, as they were announced. Fifty rooms that are full are the 10 GB of a large room's messages. */
export const FILES_MAX_BYTES = 209_715_200

/** Files of a room, however small: the room keeps a line of each in memory, together less than 2 MB. */
export const FILES_MAX = 4_096

/** Files of one message: an album. */
export const MESSAGE_FILES_MAX = 10

/** Milliseconds after which a file goes that no message names, since it was announced or its last chunk came. */
export const FILE_UNNAMED_MS = 600_000

/** Files that one participant sends at once. More only make each slower. Stops one from reserving the room's storage. */
export const UPLOADS_MAX = 4

/**
 * Octets of files that one participant sends: at once, and per second from then on. Twice the largest file, or 40 Mbit/s. All
 * of it is free again after ten seconds, which is when an object may fall asleep.
 */
export const FILE_SEND_RATE = { burst: 52_428_800, perSecond: 5_242_880 } as const

/**
 * Octets of files that a room stores a second: while people talk, which is as long as the newest message is not older than
 * `talkMs`, and else. Nothing is said or delivered while a chunk is stored, 3 to 15 ms: two a second are what nobody notices who talks.
 */
export const FILE_STORE_RATE = { talking: 1_048_576, silent: 10_485_760, talkMs: 1_000 } as const

/**
 * Chunks that wait in a room until they are stored, of one participant and of all. An object has 128 MB, and these are 10; ten
 * seconds of what it stores while people talk.
 */
export const CHUNKS_WAITING = { own: 4, all: 20 } as const

/** Octets of files that one participant reads: twice what one sends. A phone and a desktop may each read that. */
export const FILE_READ_RATE = { burst: 104_857_600, perSecond: 10_485_760 } as const

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

/** Milliseconds in which one participant is announced as typing once at most. */
export const TYPING_EVERY = 1_000

/** Participants who are named as typing within one second in a room with over 200 present; the rest is dropped. */
export const TYPING_NAMED_MAX = 3

/** Milliseconds by which the end of a sliding room may move before `room.update` says so again. */
export const SLIDE_ANNOUNCED_EVERY = 1_000

/** Characters of an e-mail address: what SMTP can deliver to. */
export const EMAIL_MAX = 254

/** Characters of an account's password. Ten is what guessing at the speed we allow doesn't reach. */
export const ACCOUNT_PASSWORD = { min: 10, max: 256 } as const

/** Milliseconds a session lives without being used. */
export const SESSION_MS = 30 * 86_400_000

/** Milliseconds between two writes of when a session was used: a busy page must not write at every call. */
export const SESSION_NOTED_EVERY = 3_600_000

/** Sessions of an account; beyond it the one unused for longest ends. Stops signing in from filling the storage. */
export const SESSIONS_MAX = 50

/**
 * Devices that an account knows because somebody signed in there: their wrong passwords are counted apart, so that a
 * multitude of guessers doesn't keep the owner out. With one more the one unused for longest is forgotten.
 */
export const KNOWN_DEVICES_MAX = 20

/** Milliseconds for which a device stays known without signing in: a year. Browsers keep no cookie much longer. */
export const KNOWN_DEVICE_MS = 365 * 86_400_000

/** One-time recovery codes: so many at a time, so many characters each. 16 of 32 are 80 bits: not to be guessed. */
export const RECOVERY_CODES = { count: 10, length: 16 } as const

/** Characters (code points) of a room's title. */
export const TITLE_MAX = 120

/** Rooms of an account, closed ones with a transcript included. Stops one account from using storage without end. */
export const ACCOUNT_ROOMS_MAX = 500

/** Milliseconds ahead of now at which a scheduled room closes at the latest: a year and a day. */
export const SCHEDULE_AHEAD_MS = 366 * 86_400_000

/** Seconds after `closesAt` that the facilitator finds the transcript. A week by default, thirty days at most. */
export const RETAIN_FOR = { min: 0, max: 2_592_000, default: 604_800 } as const

/** Changes of alias of one participant: at once, and per second from then on. Stops one from flickering at all others. */
export const RENAME_RATE = { burst: 10, perSecond: 1 } as const

/** Changes of a room by one participant, or by all who manage it without a seat: the same, for locks and ends. */
export const PATCH_RATE = { burst: 30, perSecond: 3 } as const

/*
 * The rate limits of an account live in its object's memory, which the platform may let go after ten seconds without a call: each
 * is full again by then, so that nobody gains by waiting.
 */

/**
 * Rooms that an account asks for its owner, who wants its list or a transcript: at once, and per second from then on. Two
 * dashboards with 500 rooms ask 84 a second. Stops one request from becoming 500 calls without end.
 */
export const ACCOUNT_ASK_RATE = { burst: 1_000, perSecond: 100 } as const

/** What a list of rooms or a transcript counts as in the rate above where there are fewer rooms: fifty lists at once. */
export const ACCOUNT_ASK_LEAST = 20

/** Changes of an account's rooms and sessions by its owner: at once, and per second from then on. Each calls other objects. */
export const ACCOUNT_CHANGE_RATE = { burst: 60, perSecond: 6 } as const

/** Downloads of everything an account has: at once, and per second from then on. Each reads every message there is. */
export const ACCOUNT_EXPORT_RATE = { burst: 2, perSecond: 0.2 } as const
