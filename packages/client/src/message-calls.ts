import { makeMessageId } from '../../../client/net/message-id.ts'
import { makeEditSender } from '../../../client/room/actions/send-edit.ts'
import { findMessage } from '../../../client/room/message-order.ts'
import type { RoomMessage } from '../../../client/room/room-state.ts'
import { currentChange } from '../../../client/room/votes/current-change.ts'
import { checkMessage } from './check-input.ts'
import type { LiveRoom } from './live-room.ts'
import type { Message, MessagePage, MessageQuery, Reaction, SendOptions } from './message.ts'
import { toMessage } from './open-message.ts'
import { findCode, openReactions } from './reactions.ts'
import { done, type Outcome, refuse, toOutcome } from './refusal.ts'

/** Says something; resolves once the room has stored it. */
export async function sendMessage(
  room: LiveRoom,
  text: string,
  given: SendOptions = {},
): Promise<Outcome<Message>> {
  const checked = checkMessage(text, given)
  if (!checked.ok) return checked
  const { id = makeMessageId(), options, ...details } = given
  if (!room.session) return refuse('room-over')
  return room.sends.add(room.outbox, id, text, { ...details, ...(options && { options: [...options] }) })
}

/** Reads a page of messages, opened. */
export async function readMessages(room: LiveRoom, query: MessageQuery): Promise<Outcome<MessagePage>> {
  const { session } = room
  if (!session) return refuse('room-over')
  const reply = await session.fetchPage({ ...query })
  return toOutcome(reply, ({ messages, lastSeq }) => ({
    messages: messages.map((message) => toMessage(message, room.state.me?.participantId)),
    lastSeq,
  }))
}

/** Finds a message by its `seq`, here or in the room. */
export async function findOrFetch(room: LiveRoom, seq: number): Promise<RoomMessage | null> {
  const found = findMessage(room.state, seq)
  // One that came a moment ago may still be on its way to being opened: a page of history is opened when it is returned.
  if (found && found.opened !== 'opening') return found
  return (await room.session?.fetchMessage(seq)) ?? null
}

/** Changes the text of a message of one's own. */
export async function editMessage(room: LiveRoom, seq: number, text: string): Promise<Outcome<Message>> {
  const checked = checkMessage(text)
  if (!checked.ok) return checked
  const message = await findOrFetch(room, seq)
  if (!message) return refuse('message-not-found')
  const { state, cipher, runCommand } = room
  // It may be older than those that are here.
  const messages = [message]
  const send = makeEditSender({ state: { ...state, messages }, cipher, runCommand })
  const edit = (message.edit ?? 0) + 1
  const reply = await send({ is: 'edit', seq, text, edit })
  const me = state.me?.participantId
  return toOutcome(reply, () => toMessage({ ...message, text, edit, editedAt: room.now() }, me))
}

/** Takes a message back. */
export async function takeBackMessage(room: LiveRoom, seq: number): Promise<Outcome<void>> {
  const param = { id: room.roomId, seq: String(seq) }
  return toOutcome(await room.api.call('DELETE /api/rooms/:id/messages/:seq', { param }))
}

/** Reacts to a message or votes, or takes that back. */
export async function reactToMessage(
  room: LiveRoom,
  seq: number,
  choice: string | number,
  on: boolean,
): Promise<Outcome<void>> {
  const message = await findOrFetch(room, seq)
  if (!message) return refuse('message-not-found')
  const code = await findCode(message, choice, room.cipher())
  if (code === null) {
    const issue = 'Use an emoji that the page offers, or the place of an option, from 0.'
    return refuse({ code: 'invalid-request', issues: [{ path: 'choice', message: issue }] })
  }
  const param = { id: room.roomId, seq: String(seq), code }
  return toOutcome(
    on
      ? await room.api.call('PUT /api/rooms/:id/messages/:seq/reactions/:code', { param })
      : await room.api.call('DELETE /api/rooms/:id/messages/:seq/reactions/:code', { param }),
  )
}

/** Returns how the reactions of a message stand. */
export async function readReactions(room: LiveRoom, seq: number): Promise<Outcome<readonly Reaction[]>> {
  // Asked for anew: the room tells of reactions a second later.
  const message = await room.session?.fetchMessage(seq)
  if (!message) return refuse('message-not-found')
  return done(await openReactions(message, currentChange(message, room.state.changes), room.cipher()))
}

/** Has a message take no more votes, or take them again. */
export async function closeMessageVote(
  room: LiveRoom,
  seq: number,
  isClosed: boolean,
): Promise<Outcome<void>> {
  const param = { id: room.roomId, seq: String(seq) }
  return toOutcome(
    isClosed
      ? await room.api.call('PUT /api/rooms/:id/messages/:seq/closed', { param })
      : await room.api.call('DELETE /api/rooms/:id/messages/:seq/closed', { param }),
  )
}

/** Reveals a message that is read once. */
export async function revealMessage(
  room: LiveRoom,
  seq: number,
): Promise<Outcome<{ text: string; until: number }>> {
  const message = await findOrFetch(room, seq)
  if (!message) return refuse('message-not-found')
  const param = { id: room.roomId, seq: String(seq) }
  const reply = await room.api.call('POST /api/rooms/:id/messages/:seq/reveal', { param })
  if (!reply.ok) return refuse(reply.refusal)
  const { text, until } = reply.value
  const cipher = room.cipher()
  return done({ text: cipher ? (await cipher.decryptMessage(message, text)).text : text, until })
}
