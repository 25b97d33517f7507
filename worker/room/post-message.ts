import { MESSAGE_MAX_BYTES, MESSAGES_MAX } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import { counters } from '../counters.ts'
import { log } from '../log.ts'
import { type MessageAnswer, STORED } from '../relay-protocol/calls.ts'
import type { ReceivedMessage } from '../sockets/parse-frame.ts'
import { serialiseEvent } from '../sockets/send.ts'
import { dueAtOf } from './rules/disappearing.ts'
import { checkDetails } from './rules/message-details.ts'
import { checkRate } from './rules/rates.ts'
import { checkPace, checkSpeech } from './rules/speaking.ts'
import { checkText } from './rules/text/message-text.ts'
import type { Burns } from './state/burns.ts'
import type { LifeStart } from './state/life-start.ts'
import type { MessageIndex } from './state/message-index.ts'
import { type RoomParticipant, shownRole } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomFiles } from './state/room-files.ts'
import type { RoomUpdates } from './state/room-updates.ts'
import type { RoomSettings } from './state/settings.ts'
import type { Timers } from './state/timers.ts'
import type { WelcomeCache } from './state/welcome-cache.ts'
import type { MessageRow } from './storage/rows.ts'

/** A stored message; `isNew` is false where it was stored before under the same id. */
export interface StoredMessage {
  message: Message
  isNew: boolean
}

/** What accepting a message depends on, and what it changes. */
export interface MessagePosterOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  messages: MessageIndex
  files: RoomFiles
  timers: Timers
  burns: Burns
  events: EventQueue
  welcomes: WelcomeCache
  updates: RoomUpdates
  lifeStart: LifeStart
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
}

/** Accepts messages: checks, numbers, stores and enqueues them. */
export class MessagePoster {
  readonly #options: MessagePosterOptions

  constructor(options: MessagePosterOptions) {
    this.#options = options
  }

  /**
   * Accepts a message: it gets its number, is stored, and is enqueued for everyone, in one synchronous stretch. The platform
   * holds frames and answers back until what was written is durable, so whoever receives a message finds it again.
   * @param rename changes the participant's alias. It is called after every other check, so that a message that is refused
   *   or was stored before renames nobody.
   */
  acceptMessage(
    participant: RoomParticipant,
    { id, text, ...details }: ReceivedMessage,
    now: number,
    rename?: () => Result<void>,
  ): Result<StoredMessage> {
    const {
      settings,
      participants,
      presence,
      messages,
      files,
      timers,
      burns,
      events,
      welcomes,
      updates,
      lifeStart,
      isRateLimited,
    } = this.#options
    // A message that is sent again is answered with the stored one, even where a new one would be refused.
    const known = messages.findMessage(participant, id)
    if (known) {
      burns.addOwnTexts([known], participant, MESSAGE_MAX_BYTES)
      return ok({ message: known, isNew: false })
    }
    if (messages.lastSeq >= MESSAGES_MAX) return refused('storage-full')
    const { row } = settings
    const role = shownRole(participant)
    const checkedSpeech = checkSpeech('speak', { role, mutedUntil: participant.mutedUntil }, row, now)
    if (!checkedSpeech.ok) return checkedSpeech
    const checkedText = checkText(text, row.encryption, row.keys?.epoch)
    if (!checkedText.ok) return checkedText
    const checkedDetails = checkDetails(details, row.encryption)
    if (!checkedDetails.ok) return checkedDetails
    const { replyTo, burn } = details
    const checkedSeats = burn === undefined ? ok() : burns.checkSeats()
    if (!checkedSeats.ok) return checkedSeats
    const isReadable = (seq: number) => seq <= messages.lastSeq && seq > participant.fromSeq
    if (replyTo !== undefined && !isReadable(replyTo)) return refused('message-not-found')
    const checkedFiles = files.checkNamed(participant, details.files, now)
    if (!checkedFiles.ok) return checkedFiles
    const checkedPace = checkPace(role, participant.spokeAt, row.slow, now)
    if (!checkedPace.ok) return checkedPace
    if (isRateLimited) {
      const checkedRate = checkRate(participant, 'messages', now)
      if (!checkedRate.ok) return checkedRate
    }
    if (rename) {
      const renamed = rename()
      if (!renamed.ok) return renamed
    }
    lifeStart.startBySpeaking(participant, now)

    const message: MessageRow = {
      id,
      seq: messages.lastSeq + 1,
      roomId: row.roomId,
      participantId: participant.participantId,
      sender: participant.alias,
      text,
      timestamp: now,
      ...details,
      // Beside the envelope, which few see of a message that is read once, and which an edit replaces.
      ...(row.keys && { epoch: row.keys.epoch }),
    }
    // The message is written last: where an earlier write fails, no message is stored that nobody receives.
    participants.markSpoken(participant)
    const hadHandUp = participants.setHand(participant, false, now)
    files.nameFiles(details.files, message.seq)
    const dueAt = dueAtOf(message)
    if (dueAt !== null) timers.addTimer(message.seq, dueAt)
    const ownView = burn === undefined ? null : burns.addText(message, participant)
    if (ownView) message.text = ''
    messages.addMessage(message)
    counters.count('messages')
    participant.spokeAt = now
    const json = JSON.stringify(message)
    const own = ownView ? { ...message, ...ownView } : message
    if (ownView) events.enqueueMessageOf(participant.participantId, message.seq, json, JSON.stringify(own))
    else events.enqueueMessage(message.seq, json)
    welcomes.addMessage(json)
    if (hadHandUp) presence.announceManaged(participant, { isRole: false })
    updates.enqueueMovedEnd(now)
    return ok({ message: own, isNew: true })
  }

  /**
   * Accepts a message that came over a socket, here or at a relay. An error is caught, so that it does not take the rest
   * of the batch with it.
   * @returns what answers its sender
   */
  answerSocketMessage(participant: RoomParticipant, message: ReceivedMessage, now: number): MessageAnswer {
    try {
      const accepted = this.acceptMessage(participant, message, now)
      if (!accepted.ok) return accepted
      if (accepted.value.isNew) return STORED
      return ok({ repeated: serialiseEvent({ event: 'chat.message', data: accepted.value.message }) })
    } catch (error) {
      return refused({ code: 'internal', incident: log('message-post-failed', error) })
    }
  }
}
