import { ok, refused } from '../../../protocol/refusal.ts'
import { FILE_DETAILS_MAX } from '../../crypto/epoch-envelope.ts'
import type { Reply } from '../../net/http.ts'
import { rotatingOf } from '../keys/rotating-cipher.ts'
import { findMessage, replaceMessage } from '../message-order.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { isNewerText } from './renew-texts.ts'

/** An edit as a person makes it. */
export interface GivenEdit {
  is: 'edit'
  seq: number
  text: string
  /** How often the message will have been edited: so that of two tabs that edit at once one is refused. */
  edit: number
}

/**
 * Makes what sends an edit. Each is encrypted once, so that one whose answer was lost is sent again as it was: the room knows a
 * text that it has stored. Where the keys were rotated meanwhile it is encrypted anew.
 */
export function makeEditSender(
  room: Pick<RoomModel, 'state' | 'cipher' | 'runCommand'>,
): (edit: GivenEdit) => Promise<Reply<unknown>> {
  const encrypted = new WeakMap<GivenEdit, string>()

  /** Encrypts a text with all else that its message says. */
  async function encrypt(given: GivenEdit, message: RoomMessage): Promise<string> {
    const { participantId, id, kind, options, replyTo, attached } = message
    const address = { participantId, id, edit: given.edit }
    const details = { kind, options, replyTo, attached }
    const cipher = room.cipher()
    const text = cipher ? await cipher.encryptMessage(address, given.text, details) : given.text
    encrypted.set(given, text)
    return text
  }

  /** Whether a text leaves no room for what is said of the files beside it. */
  function isTooLong(text: string, { attached = [] }: RoomMessage): boolean {
    const cipher = room.cipher()
    if (cipher === null || attached.length === 0) return false
    return cipher.measureText(text) > cipher.textMax - FILE_DETAILS_MAX
  }

  function send({ seq, edit, text: typed }: GivenEdit, text: string) {
    return room.runCommand(
      (api, id) =>
        api.call('PATCH /api/rooms/:id/messages/:seq', {
          param: { id, seq: String(seq) },
          json: { text, edit },
        }),
      (latest, stored) => {
        const message = findMessage(latest, seq)
        if (!message || !isNewerText(stored, message)) return
        const { rev = 0, editedAt, epoch } = stored
        const marks = { edit: stored.edit, editedAt, epoch }
        latest.updates = { ...latest.updates, [seq]: { seq, rev, text: stored.text, ...marks } }
        replaceMessage(latest, { ...message, text: typed, ...marks })
      },
    )
  }

  return async (given) => {
    const message = room.state.messages.find(({ seq }) => seq === given.seq)
    if (!message || message.deletedAt !== undefined) return refused('message-not-found')
    // Its answer was lost, and the room told of it.
    if (message.edit === given.edit && message.text === given.text) return ok()
    if (isTooLong(given.text, message)) return refused('message-too-long')
    const reply = await send(given, encrypted.get(given) ?? (await encrypt(given, message)))
    if (reply.refusal?.code !== 'stale-epoch') return reply
    await rotatingOf(room.cipher())?.catchUp()
    return send(given, await encrypt(given, message))
  }
}
