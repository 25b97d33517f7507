import type { SessionId } from '../../../protocol/account.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import type { RelayName } from '../../relay-protocol/placement.ts'
import { matchesHash } from '../../secrets/secret.ts'
import { parseToken } from '../../secrets/token.ts'
import type { Credentials } from '../credentials.ts'
import type { RoomStore } from '../storage/room-store.ts'
import type { FacilitatorToken, ParticipantRow } from '../storage/rows.ts'
import { AliasIndex } from './alias-index.ts'
import { isAliasKept, type ParticipantRates, type RoomParticipant, toRoomParticipant } from './participant.ts'

/** What a host may change of a participant. */
type ManagedFields = Pick<ParticipantRow, 'mutedUntil' | 'handRaisedAt'> & { role: 'host' | 'participant' }

/** Freed seats whose rate limits are kept. Whoever leaves and joins more often than this meets the limit on joining. */
const FREED_RATES_MAX = 256

/** What goes on with the next new seat: otherwise leaving and joining again would allow somebody more. */
type FreedRates = Partial<ParticipantRates> & Pick<RoomParticipant, 'spokeAt'>

/**
 * Everyone who has a seat in a room, and those who were removed and may not come back, in storage and in memory. Who is
 * connected is the presence tracker's.
 */
export class Participants {
  readonly #store: RoomStore
  readonly #hasWraps: boolean
  /** In the order of joining. */
  readonly #byId = new Map<ParticipantId, RoomParticipant>()
  /** Seats at each relay by its name, and at the room itself by `''`. */
  readonly #seatsByRelay = new Map<RelayName | '', number>()
  /** Hosts and facilitators with a seat. */
  readonly #managers = new Set<RoomParticipant>()
  #takenSeats = 0
  #lastSeatNumber = 0
  #lastHandRaisedAt = 0
  /** The rate limits of the seats that were freed last, and when their participants spoke. New seats start with them. */
  #freedRates: FreedRates[] = []
  /** The aliases of everyone with a seat, and of removed participants who have spoken under theirs. */
  readonly aliases: AliasIndex<RoomParticipant>

  /**
   * @param secret known to the room alone
   * @param hasWraps whether the room's keys are of version 2, and seats are given wraps
   */
  constructor(store: RoomStore, secret: string, hasWraps: boolean) {
    this.#store = store
    this.#hasWraps = hasWraps
    this.aliases = new AliasIndex(() => [...this.#byId.values()].filter(isAliasKept), secret)
  }

  /** Everyone by id, in the order of joining. */
  get byId(): ReadonlyMap<ParticipantId, RoomParticipant> {
    return this.#byId
  }

  /** Seats at each relay by its name, and at the room itself by `''`. */
  get seatsByRelay(): ReadonlyMap<RelayName | '', number> {
    return this.#seatsByRelay
  }

  /** Hosts and facilitators with a seat. */
  get managers(): ReadonlySet<RoomParticipant> {
    return this.#managers
  }

  /** @returns who may read a message; null where everybody may */
  listReaders(seq: number): ParticipantId[] | null {
    const readers = [...this.#byId.values()].filter(({ fromSeq }) => fromSeq < seq)
    return readers.length === this.#byId.size ? null : readers.map(({ participantId }) => participantId)
  }

  /** Seats that are taken. The facilitator's are not counted. */
  get takenSeats(): number {
    return this.#takenSeats
  }

  /** The number of the next seat. */
  get nextSeatNumber(): number {
    return this.#lastSeatNumber + 1
  }

  /** @returns the participant whose token this is, also one who was removed; null where it is no token of this room */
  findIncludingRemoved({ token: raw }: Pick<Credentials, 'token'>): RoomParticipant | null {
    const token = parseToken(raw)
    const participant = token && this.#byId.get(token.participantId)
    if (!token || !participant || participant.relay !== token.relay) return null
    const { tokenHash, facilitatorTokens } = participant
    const isRight =
      tokenHash === null
        ? facilitatorTokens.some(({ hash }) => matchesHash(token.secret, hash))
        : matchesHash(token.secret, tokenHash)
    return isRight ? participant : null
  }

  /** @returns the participant whose token this is; null where nobody with a seat has it */
  findParticipant(who: Pick<Credentials, 'token'>): RoomParticipant | null {
    const participant = this.findIncludingRemoved(who)
    return participant?.isRemoved ? null : participant
  }

  /** @returns who has sat for longest; null where nobody has a seat */
  findFirstSeated(): RoomParticipant | null {
    for (const participant of this.#byId.values()) if (!participant.isRemoved) return participant
    return null
  }

  /** @returns the seats of the facilitator, oldest first: one, or one for each device where keys rotate */
  listFacilitators(): RoomParticipant[] {
    return [...this.#managers]
      .filter(({ role }) => role === 'facilitator')
      .sort((one, other) => one.seatNumber - other.seatNumber)
  }

  /** Adds a participant who was read from storage. */
  restoreParticipant(row: ParticipantRow, tokens?: readonly FacilitatorToken[]): void {
    this.#register(toRoomParticipant(row, tokens))
  }

  /**
   * Stores a new seat. Its participant starts with the rate limits of somebody who left, so that leaving and joining again
   * allows nobody to send more.
   */
  addParticipant(row: ParticipantRow): RoomParticipant {
    this.#store.participants.addParticipant(row)
    const participant = { ...toRoomParticipant(row), ...this.#freedRates.pop() }
    this.#register(participant)
    return participant
  }

  /** Stores somebody who is refused from now on without having had a seat, in one row: nothing can let them in by half. */
  addRemoved(row: ParticipantRow): void {
    const removed = { ...row, isRemoved: true, card: null }
    this.#store.participants.addParticipant(removed)
    this.#register(toRoomParticipant(removed))
  }

  /** Deletes the seats of these participants. */
  deleteParticipants(participants: readonly RoomParticipant[]): void {
    const seatNumbers = participants.map(({ seatNumber }) => seatNumber)
    this.#store.participants.deleteParticipants(seatNumbers)
    if (this.#hasWraps) this.#store.epochs.deleteWraps(seatNumbers)
    for (const participant of participants) {
      if (participant.role === 'facilitator')
        this.#store.facilitatorTokens.deleteTokens(participant.seatNumber)
      this.#unregister(participant)
    }
  }

  /** Marks a participant as removed. The token stays known, so that it is refused. */
  markRemoved(participant: RoomParticipant): void {
    this.#store.participants.setRemoved(participant.seatNumber)
    if (this.#hasWraps) this.#store.epochs.deleteWraps([participant.seatNumber])
    // Nobody waits in a slow room for what a removed one said.
    participant.spokeAt = null
    this.#unregister(participant)
    this.#register({ ...participant, isRemoved: true, card: null })
  }

  /** Changes a participant's alias. */
  setAlias(participant: RoomParticipant, alias: string): void {
    this.#store.participants.setAlias(participant.seatNumber, alias)
    this.aliases.removeOwner(participant)
    participant.alias = alias
    participant.hasSpokenAsAlias = false
    this.aliases.addOwner(participant)
  }

  /** Gives a participant another card, or none. */
  setCard(participant: RoomParticipant, card: string | null): void {
    this.#store.participants.setCard(participant.seatNumber, card)
    participant.card = card
  }

  /** Sets the role of a participant, until when they are muted, and since when their hand is up. */
  setManaged(participant: RoomParticipant, changes: Partial<ManagedFields>): void {
    const { role, mutedUntil, handRaisedAt } = { ...participant, ...changes }
    this.#store.participants.setManaged(participant.seatNumber, { role, mutedUntil, handRaisedAt })
    Object.assign(participant, { role, mutedUntil, handRaisedAt })
    if (role === 'participant') this.#managers.delete(participant)
    else this.#managers.add(participant)
  }

  /**
   * Raises or lowers the hand of a participant. One that is up stays where it is in the order of raising.
   * @returns whether that changed anything
   */
  setHand(participant: RoomParticipant, isUp: boolean, now: number): boolean {
    if (isUp === (participant.handRaisedAt !== null)) return false
    // No two hands are raised at the same time, so that there is an order.
    const raisedAt = Math.max(now, this.#lastHandRaisedAt + 1)
    this.setManaged(participant, { handRaisedAt: isUp ? raisedAt : null })
    if (isUp) this.#lastHandRaisedAt = raisedAt
    return true
  }

  /**
   * Restores when participants spoke last, also those who have left, unless that is in memory.
   * @param spokeAt Unix milliseconds, by the id of the participant
   */
  restoreSpokenTimes(spokeAt: ReadonlyMap<ParticipantId, number>): void {
    const left: FreedRates[] = []
    for (const [participantId, at] of spokeAt) {
      const participant = this.#byId.get(participantId)
      if (participant) participant.spokeAt = at
      else left.push({ spokeAt: at })
    }
    if (this.#freedRates.length === 0) this.#freedRates = left.slice(0, FREED_RATES_MAX).reverse()
  }

  /** Makes a participant's seat the facilitator's: its token becomes that of a device, and it may read everything. */
  makeFacilitator(participant: RoomParticipant, sessionId: SessionId | null): void {
    const { seatNumber, tokenHash } = participant
    this.#store.participants.makeFacilitator(seatNumber)
    this.#countSeat(participant, -1)
    participant.role = 'facilitator'
    participant.tokenHash = null
    this.#managers.add(participant)
    participant.fromSeq = 0
    this.#countSeat(participant, 1)
    if (tokenHash !== null) this.setFacilitatorTokens(participant, [{ hash: tokenHash, sessionId }])
  }

  /** Replaces the tokens of a seat of the facilitator. */
  setFacilitatorTokens(participant: RoomParticipant, tokens: readonly FacilitatorToken[]): void {
    const { seatNumber, facilitatorTokens } = participant
    this.#store.facilitatorTokens.replaceTokens(seatNumber, facilitatorTokens, tokens)
    participant.facilitatorTokens = tokens
  }

  /** Records that a participant sends a message under the current alias. */
  markSpoken(participant: RoomParticipant): void {
    if (participant.hasSpokenAsAlias) return
    this.#store.participants.setSpoke(participant.seatNumber)
    participant.hasSpoken = true
    participant.hasSpokenAsAlias = true
  }

  #register(participant: RoomParticipant): void {
    this.#byId.set(participant.participantId, participant)
    this.#lastSeatNumber = Math.max(this.#lastSeatNumber, participant.seatNumber)
    this.#lastHandRaisedAt = Math.max(this.#lastHandRaisedAt, participant.handRaisedAt ?? 0)
    if (isAliasKept(participant)) this.aliases.addOwner(participant)
    if (participant.isRemoved) return
    this.#countSeat(participant, 1)
    if (participant.role !== 'participant') this.#managers.add(participant)
  }

  #unregister(participant: RoomParticipant): void {
    const { frames, upgrades, directCharacters, messages, reactions, renames, settingsChanges } = participant
    const { history, fileOctetsSent, fileOctetsRead } = participant
    const rates = {
      frames,
      upgrades,
      directCharacters,
      messages,
      reactions,
      renames,
      settingsChanges,
      history,
      fileOctetsSent,
      fileOctetsRead,
      spokeAt: participant.spokeAt,
    }
    if (Object.values(rates).some((rate) => rate !== null)) this.#freedRates.push(rates)
    if (this.#freedRates.length > FREED_RATES_MAX) this.#freedRates.shift()
    this.#byId.delete(participant.participantId)
    this.#managers.delete(participant)
    this.aliases.removeOwner(participant)
    this.#countSeat(participant, -1)
  }

  #countSeat({ relay, role }: RoomParticipant, by: 1 | -1): void {
    const place = relay ?? ''
    this.#seatsByRelay.set(place, (this.#seatsByRelay.get(place) ?? 0) + by)
    if (role !== 'facilitator') this.#takenSeats += by
  }
}
