/**
 * Limits of files, each with its unit and its reason. A limit that stops an attack says which.
 */

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

/** Octets of files that one participant reads: twice what one sends. A phone and a desktop may each read that. */
export const FILE_READ_RATE = { burst: 104_857_600, perSecond: 10_485_760 } as const

/**
 * Octets that a chunk counts for at least in the rate above: a row is written, and deleted again, for one of a single octet, too. A
 * participant writes 800 at once and 80 a second. Stops one from filling the room with rows that no message names.
 */
export const CHUNK_COUNTED_LEAST = 65_536

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
