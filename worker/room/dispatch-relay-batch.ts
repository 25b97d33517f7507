import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { EventQueue } from '../broadcast/event-queue.ts'
import {
  type AdmissionAnswer,
  type AdmissionRequest,
  CALL_CHARACTERS_MAX,
  type MessageAnswer,
  type PassedItem,
  type RelayToRoom,
  type RelayToRoomAnswer,
} from '../relay-protocol/calls.ts'
import type { RelayName } from '../relay-protocol/placement.ts'
import type { MessagePoster } from './post-message.ts'
import type { Reactions } from './react.ts'
import type { MessageIndex } from './state/message-index.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { Participants } from './state/participants.ts'
import type { PresenceTracker } from './state/presence-tracker.ts'
import type { RoomView } from './state/room-view.ts'
import type { RoomSettings } from './state/settings.ts'
import type { Typing } from './state/typing.ts'
import type { WelcomeCache } from './state/welcome-cache.ts'

const NOT_A_PARTICIPANT = refused('not-a-participant')

/** What the calls of relays act on. */
export interface RelayBatchDispatcherOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  messages: Pick<MessageIndex, 'lastSeq'>
  events: EventQueue
  view: RoomView
  welcomes: WelcomeCache
  poster: MessagePoster
  reactions: Reactions
  typing: Typing
}

/** Handles what relays pass on. */
export class RelayBatchDispatcher {
  readonly #options: RelayBatchDispatcherOptions

  constructor(options: RelayBatchDispatcherOptions) {
    this.#options = options
  }

  /** Handles one call of a relay. @param isBusy whether so much comes in that typing events are dropped */
  dispatchRelayBatch(call: RelayToRoom, isBusy: boolean, now: number): RelayToRoomAnswer {
    const { settings, participants, presence, messages, events, typing } = this.#options
    const { relay, present } = call
    // A made-up token can name any relay: where nobody has a seat, it is not worth looking through all participants.
    if (present && participants.seatsByRelay.get(relay)) presence.reconcileRelay(relay, new Set(present), now)
    const answers = call.messages.map((passed) => this.#answer(relay, passed, now))
    // After the messages: somebody who left may have sent one before.
    for (const { participantId, ...departure } of call.departures) {
      const participant = this.#findAt(relay, participantId)
      if (participant) presence.recordDisconnection(participant, departure, now)
    }
    for (const participantId of isBusy ? [] : call.typing) {
      const participant = this.#findAt(relay, participantId)
      if (participant) typing.enqueueTyping(participant, now)
    }
    const characters = answers.reduce((sum, answer) => sum + (answer.value?.repeated?.length ?? 0), 0)
    return ok({
      messages: answers,
      admissions: this.#admitAll(call, characters, now),
      lastSeq: messages.lastSeq,
      wakeId: events.wakeId,
      endsAt: settings.endsAt,
    })
  }

  /** Does what somebody at a relay asks for: to store a message, or to react to one. */
  #answer(relay: RelayName, { participantId, ...item }: PassedItem, now: number): MessageAnswer {
    const { poster, reactions } = this.#options
    const participant = this.#findAt(relay, participantId)
    if (participant === null) return NOT_A_PARTICIPANT
    return 'on' in item
      ? reactions.answerSocketReaction(participant, item, now)
      : poster.answerSocketMessage(participant, item, now)
  }

  /**
   * Admits those whose upgrades wait at the relay, as many as fit into the answer.
   * @param characters size of the answer so far
   */
  #admitAll(
    { relay, messages, admissions }: RelayToRoom,
    characters: number,
    now: number,
  ): AdmissionAnswer[] {
    let size = characters
    return admissions.map((admission, index) => {
      // With a call that brings no messages at least one is admitted, so that nobody waits for ever.
      if ((index > 0 || messages.length > 0) && size > CALL_CHARACTERS_MAX) return 'later'
      const answer = this.#admit(relay, admission, now)
      if (answer.ok) size += answer.value.welcome.length
      return answer
    })
  }

  #admit(relay: RelayName, admission: AdmissionRequest, now: number): Exclude<AdmissionAnswer, 'later'> {
    const { participants, presence, view, welcomes } = this.#options
    const { token, afterSeq, afterEpoch, afterRev, includeToken, spareCharacters } = admission
    const participant = participants.findParticipant({ token })
    if (participant?.relay !== relay) return NOT_A_PARTICIPANT
    presence.recordConnection(participant, now)
    const { frame, cursor } = welcomes.makeWelcome({
      participant,
      room: view.toPublicRoom(now),
      afterSeq,
      afterEpoch,
      afterRev,
      token: includeToken ? token : undefined,
      spareCharacters,
    })
    presence.events.recordWelcome()
    return ok({ participantId: participant.participantId, welcome: frame, cursor })
  }

  /** @returns the participant who sits at a relay, or null */
  #findAt(relay: RelayName, participantId: ParticipantId): RoomParticipant | null {
    const participant = this.#options.participants.byId.get(participantId)
    return participant && !participant.isRemoved && participant.relay === relay ? participant : null
  }
}
