import type { ParticipantId } from '../../protocol/participant.ts'
import type { ConnectionOwner, SocketRates } from '../broadcast/connection.ts'
import { RateLimitMemory } from './rate-limit-memory.ts'

/** The participants with a socket at this relay, and the rate limits of those who were here lately. */
export class RelayParticipants {
  readonly #participants = new Map<ParticipantId, ConnectionOwner>()
  readonly #rateLimits = new RateLimitMemory()

  /** Returns a participant with a socket here; undefined where there is none with this id. */
  get(participantId: ParticipantId): ConnectionOwner | undefined {
    return this.#participants.get(participantId)
  }

  /** Returns the ids of everybody with a socket here. */
  listIds(): ParticipantId[] {
    return [...this.#participants.keys()]
  }

  /** Returns the rate limits of somebody who is or was here; null where none of them matters. */
  findRates(participantId: ParticipantId): SocketRates | null {
    return this.#participants.get(participantId) ?? this.#rateLimits.findRates(participantId)
  }

  /** Returns a participant, which is added where it has no socket here yet. */
  ensureParticipant(participantId: ParticipantId): ConnectionOwner {
    const known = this.#participants.get(participantId)
    if (known) return known
    const rates = this.#rateLimits.takeRates(participantId)
    const participant = { participantId, sockets: new Set<WebSocket>(), ...rates }
    this.#participants.set(participantId, participant)
    return participant
  }

  /** Removes a participant that has no socket any more. */
  removeParticipant(participant: ConnectionOwner, now: number): void {
    const { participantId } = participant
    this.#participants.delete(participantId)
    this.#rateLimits.keepRates(participantId, participant, now)
  }
}
