/**
 * Limits of an account and of what its owner does, each with its unit and its reason. A limit that stops an attack says which.
 */

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

/** Rooms of an account, closed ones with a transcript included. Stops one account from using storage without end. */
export const ACCOUNT_ROOMS_MAX = 500

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
