import { ACCOUNT_ROOMS_MAX } from './account-limits.ts'
import { FILE_MAX_BYTES, UPLOADS_MAX } from './file-limits.ts'
import { BODY_MAX_BYTES, BURN_SEATS_MAX, MESSAGE_MAX_BYTES, REACTIONS } from './limits.ts'
import type { RefusalCode } from './refusal.ts'

/** One sentence for a person, for every refusal. */
export const SENTENCE: Record<RefusalCode, string> = {
  'invalid-request': 'Something in this request is not as it should be; see the issues.',
  'invalid-event': 'This frame is no event that the room understands.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'That address and what you gave with it do not belong together.',
  'not-a-participant': 'Only participants of this room may do that; join it first.',
  'password-required': 'This room asks for a password.',
  'wrong-password': 'That is not the password.',
  'wrong-link': 'This link is incomplete: its key does not belong to this room.',
  'link-closed': 'The link of this room is closed: nobody else can come in.',
  'wrong-origin':
    'Requests of other sites are refused; where this site is behind a proxy, its operator has to set PUBLIC_ORIGIN.',
  'not-allowed': 'Only the host of this room may do that.',
  'room-not-open': 'This room has not opened yet.',
  'room-closed': 'This room is closed.',
  'room-locked': 'This room is locked: nobody else can come in now.',
  waiting: 'You wait at the door of this room; a host has to let you in first.',
  muted: 'A host of this room has muted you.',
  quiet: 'This room is quiet now: only its hosts may speak.',
  'files-off': 'In this room no files are sent.',
  removed: 'You were removed from this room.',
  'not-found': 'There is nothing at this address.',
  'room-not-found': 'This room does not exist, or it has destroyed itself.',
  'participant-not-found': 'There is no such participant in this room.',
  'message-not-found': 'There is no such message in this room.',
  'file-not-found': 'There is no such file in this room, or it is not complete.',
  'too-many-uploads': `You send ${UPLOADS_MAX} files already; wait until one of them is complete.`,
  'too-many-reactions': `A message takes ${REACTIONS.own} reactions of each participant, and ${REACTIONS.different} different ones.`,
  'too-many-seats': `A message is read once in rooms with up to ${BURN_SEATS_MAX} seats taken.`,
  'stale-edit': 'This message was edited meanwhile; read it first.',
  'voting-closed': 'This message takes no more votes.',
  'session-not-found': 'There is no such session; it may have ended.',
  'method-not-allowed': 'This address does not answer to that method.',
  'door-closed':
    'Whoever comes waits at the door until a host lets them in; join without ifOpen once you know.',
  'transcript-kept':
    'What is said in this room is kept for its facilitator; join without ifUnkept once you know.',
  'not-away': 'They are connected, or were within the last minute: their seat stays theirs.',
  'last-host': 'You are the only host of this room; make somebody else host first.',
  'host-present': 'A host of this room is here, or was within the last two minutes.',
  'alias-taken': 'Somebody in this room has that name already, or spoke under it; choose another.',
  'participant-taken': 'Somebody in this room has that participant id already.',
  'room-id-taken': 'There is a room with this id already; choose another.',
  'rotate-instead': 'In this room the password changes with the invite link: rotate the keys.',
  'stale-epoch': 'The keys of this room have changed; encrypt it anew.',
  'members-changed': 'Who is in this room has changed; rotate the keys for those who are here now.',
  'too-many-epochs': 'The keys of this room have changed as often as they can.',
  'email-taken': 'There is an account with this address already; sign in instead.',
  'room-full': 'This room is full.',
  'title-taken': 'You have a room with this title already; choose another.',
  'too-many-rooms': `You have ${ACCOUNT_ROOMS_MAX} rooms, which is the limit; delete one first.`,
  'body-too-large': `The body of this request is too large; ${BODY_MAX_BYTES / 1_024} KiB is the limit.`,
  'message-too-long': `This message is too long; ${MESSAGE_MAX_BYTES.toLocaleString('en')} bytes is the limit.`,
  'file-too-large': `This file is too large; ${FILE_MAX_BYTES / 1_048_576} MiB is the limit.`,
  'plaintext-refused': 'This room takes encrypted messages only.',
  'upgrade-required': 'This address speaks WebSocket; ask for an upgrade.',
  'slow-down': 'That was a lot at once; wait a moment and send it again.',
  'too-many-attempts': 'Too many wrong attempts; wait a minute and try again.',
  'too-many-requests': 'Too many requests from your address; wait a minute and try again.',
  internal: 'Something went wrong on our side; try again.',
  'storage-full': 'This room has stored all it can of this: what is there can be read until it ends.',
  busy: 'There is too much to do right now; try again in a moment.',
}

/** Returns the sentence for a person; where something went wrong, with what names it in the log of the server. */
export function sentenceOf({ code, incident }: { code: RefusalCode; incident?: string | undefined }): string {
  const sentence = SENTENCE[code]
  return incident === undefined ? sentence : `${sentence} Tell the operator this incident: ${incident}.`
}
