import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in English. Each is one sentence, and true by itself. */
export const encryptionTexts = {
  sealed:
    'The server can read neither what is said here nor what you are called; it sees when each of you writes, and how much.',
  link: 'Whoever has the link can come in and read what was said.',
  linkAndPassword:
    'Whoever has the link and the password can come in and read what was said; a short password can be guessed by whoever has the link and what the server stores.',
  knock:
    'Whoever has the link comes to the door, and is given a key that opens what was said once a host lets them in.',
  fromJoin:
    'Whoever has the link comes to the door, and once let in is given a new key, which opens nothing said before it was made, whatever the server stores.',
  fromJoinLarge:
    'Whoever has the link comes to the door, and only the server keeps them from what was said before they were let in: with so many seats the keys stay.',
  closed: 'The link is closed: it opens nothing any more.',
  closedForTwo:
    'The link is closed: it opens nothing any more; should one of you lose their browser, “New link” in the menu lets them in again.',
  removal: 'Whoever is removed can’t read what is said once the keys have changed.',
  removalDue:
    'Somebody was removed, and can still read what is said until the page of a host has changed the keys.',
  large: `With more than ${formatNumber(ROTATION_SEATS_MAX)} seats taken a removal changes the link, and not the keys: the old link lets nobody in; who was removed keeps what they could read.`,
  largeDue: 'Somebody was removed, and can come in by the link until the page of a host has changed it.',
  forgets: 'This browser can’t keep keys: after a reload you come in by the link again, in another seat.',
  forgetsAtDoor:
    'This browser can’t keep keys: after a reload you have to be let in again, and whoever made the room can’t come in again.',
  forgetsAll: 'This browser can’t keep keys: after a reload you can’t come in again without a new link.',
}
