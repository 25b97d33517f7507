import type { EditRequest, Message } from '../../protocol/message.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Reactions } from './react.ts'
import type { Relays } from './relays/relays.ts'
import { checkRate, type RateLimits } from './rules/rates.ts'
import { checkPace, checkSpeech } from './rules/speaking.ts'
import { checkText } from './rules/text/message-text.ts'
import type { Burns } from './state/burns.ts'
import { isAuthor, type RoomParticipant, shownRole } from './state/participant.ts'
import type { RoomChanges } from './state/room-changes.ts'
import type { RoomFiles } from './state/room-files.ts'
import type { RoomSettings } from './state/settings.ts'
import type { Tallies } from './state/tallies.ts'
import type { Timers } from './state/timers.ts'
import type { WelcomeCache } from './state/welcome-cache.ts'
import type { MessageStore } from './storage/message-store.ts'

/** What changing messages depends on, and what it changes. */
export interface MessageEditorOptions {
  settings: RoomSettings
  messageStore: MessageStore
  tallies: Tallies
  changes: RoomChanges
  reactions: Reactions
  files: RoomFiles
  timers: Timers
  burns: Burns
  welcomes: WelcomeCache
  relays: Pick<Relays, 'replaceMessage'>
  /** Takes the message that stands on top down. */
  unpin: (now: number) => void
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
}

/** Who takes back which message. */
interface TakeBackRequest {
  seq: number
  /** Null where who asks has no seat. */
  participant: RoomParticipant | null
  /** What they did lately. */
  rates: Pick<RateLimits, 'reactions'>
}

/** When and why a text is deleted. */
type Deletion = Required<Pick<Message, 'deletedAt'>> & Pick<Message, 'byHost' | 'deletedBy'>

/** Edits messages, takes them back, and deletes those whose time is up. What was said before is gone from storage before anybody is told. */
export class MessageEditor {
  readonly #options: MessageEditorOptions

  constructor(options: MessageEditorOptions) {
    this.#options = options
  }

  /**
   * Replaces the text of a participant's own message, in one synchronous stretch. A text that is there already changes nothing,
   * so that an edit can be sent again.
   * @returns the message as it is stored
   */
  editMessage(
    participant: RoomParticipant,
    seq: number,
    { text, edit }: EditRequest,
    now: number,
  ): Result<Message> {
    const { settings, isRateLimited } = this.#options
    const message = this.#findMessage(seq, participant.fromSeq)
    if (message === null || message.deletedAt !== undefined) return refused('message-not-found')
    if (!isAuthor(participant, message)) return refused('not-allowed')
    // What somebody has read once must not become another text.
    if (message.burn !== undefined) return refused('not-allowed')
    if (message.text === text) return ok(message)
    const { row } = settings
    const role = shownRole(participant)
    const checkedSpeech = checkSpeech('edit', { role, mutedUntil: participant.mutedUntil }, row, now)
    if (!checkedSpeech.ok) return checkedSpeech
    const checkedText = checkText(text, row.encryption, row.keys?.epoch)
    if (!checkedText.ok) return checkedText
    const edited = (message.edit ?? 0) + 1
    if (edit !== undefined && edit !== edited) return refused('stale-edit')
    const checkedPace = checkPace(role, participant.spokeAt, row.slow, now)
    if (!checkedPace.ok) return checkedPace
    const checkedRate = isRateLimited ? checkRate(participant, 'messages', now) : ok()
    if (!checkedRate.ok) return checkedRate
    this.#replaceMessage({ ...message, text, edit: edited, editedAt: now })
    participant.spokeAt = now
    return ok(this.#findMessage(seq, 0) ?? message)
  }

  /**
   * Takes a message back: its text, its reactions and everything else that was said with it. One that was taken back already
   * is no error.
   * @param mayTakeBack decides whether they may, where the message is another's
   */
  takeBackMessage(
    { seq, participant, rates }: TakeBackRequest,
    mayTakeBack: () => Result<void>,
    now: number,
  ): Result<void> {
    const message = this.#findMessage(seq, participant?.fromSeq ?? 0)
    if (message === null) return refused('message-not-found')
    const isOwn = participant !== null && isAuthor(participant, message)
    const checked = isOwn ? ok() : mayTakeBack()
    if (!checked.ok) return checked
    if (message.deletedAt !== undefined) return ok()
    const checkedRate = this.#options.isRateLimited ? checkRate(rates, 'reactions', now) : ok()
    if (!checkedRate.ok) return checkedRate
    this.#deleteText(message, { deletedAt: now, ...(!isOwn && { byHost: true }) })
    return ok()
  }

  /** Deletes the text of every message whose time is up, and everything else that was said with it. */
  deleteDueMessages(now: number): void {
    const { timers, burns } = this.#options
    timers.deleteDue(now, (seq) => {
      const message = this.#findMessage(seq, 0)
      const dueAt = message && burns.dueAtOf(message)
      // A timer whose message was not stored must not delete the one that took its number, and leaves no text behind.
      if (message && dueAt !== null && dueAt <= now)
        this.#deleteText(message, {
          deletedAt: now,
          deletedBy: message.burn === undefined ? 'expires' : 'burn',
        })
      else if (message?.burn === undefined) burns.deleteText(seq)
    })
  }

  #deleteText(message: Message, deletion: Deletion): void {
    const { settings, reactions, files, timers, burns, unpin } = this.#options
    const dueAt = burns.dueAtOf(message)
    const { id, seq, roomId, participantId, sender, timestamp } = message
    const kept = { id, seq, roomId, participantId, sender, timestamp }
    // Files first: where a write fails, the message can be deleted again as long as it has its text.
    files.deleteFilesOf(seq)
    this.#replaceMessage({ ...kept, text: '', ...deletion })
    burns.deleteText(seq)
    timers.removeTimer(seq, dueAt)
    reactions.forgetMessage(seq)
    if (settings.row.pinned === seq) unpin(deletion.deletedAt)
  }

  #replaceMessage(message: Message): void {
    const { messageStore, tallies, changes, welcomes, relays } = this.#options
    changes.recordTextChange(tallies.getTally(message.seq))
    messageStore.replaceMessage(message)
    welcomes.replaceMessage(message)
    relays.replaceMessage(message)
  }

  /** @returns the message; null where there is none above `fromSeq` */
  #findMessage(seq: number, fromSeq: number): Message | null {
    if (seq <= fromSeq) return null
    const { settings, messageStore } = this.#options
    return messageStore.readMessages(settings.row.roomId, [seq])[0] ?? null
  }
}
