/**
 * Limits of keys that rotate, each with its unit and its reason. A limit that stops an attack says which.
 */

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
