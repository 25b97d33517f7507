import { nanoid } from 'nanoid'
import { CAPACITY, CLOSED_SEAT_MS, SILENT_SEAT_MS } from '../../../protocol/limits.ts'
import type { Role } from '../../../protocol/participant.ts'
import type { Refusal } from '../../../protocol/refusal.ts'
import { randomAlias } from '../../../protocol/text.ts'
import { chooseRelay, type Region } from '../../relay-protocol/placement.ts'
import { claimHash, hashSecret, makeSecret, matchesHash } from '../../secrets/secret.ts'
import { parseToken, writeToken } from '../../secrets/token.ts'
import type { Credentials } from '../credentials.ts'
import { seatFacts } from '../list-participants.ts'
import { abandonedAt, isAbandoned, isUnused } from '../rules/entry.ts'
import type { EffectiveRole } from '../rules/permissions.ts'
import { readTokens, writeTokens } from '../rules/seat-tokens.ts'
import { looksOf } from '../rules/text/name-looks.ts'
import { isReserved } from '../rules/text/reserved-names.ts'
import type { ParticipantRow } from '../storage/rows.ts'
import type { RoomStore } from '../storage/store.ts'
import { FacilitatorSeat, isFacilitator } from './facilitator-seat.ts'
import type { PresenceEvents } from './presence-events.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import {
  addParticipant,
  type RoomParticipant,
  type RoomState,
  removeParticipant,
  toRoomParticipant,
} from './room-state.ts'

const RESERVED =
  'This name is kept for the room: choose one without a role, the word “you” or the name of this service.'
/** Milliseconds between two looks for seats to give back, and how many are looked at each time: a part of a large room. */
const GIVE_BACK = { every: 1_000, seats: 256 } as const

/** Who sits where: finds participants by their token, and gives, frees and renames seats. One for a room's object. */
export class Participants {
  readonly #store: RoomStore
  readonly #presenceEvents: PresenceEvents
  readonly #presence: PresenceTracker
  readonly #seatsPerObject: number | undefined
  readonly facilitator: FacilitatorSeat
  /** The seat that was abandoned first, as of the last look. */
  #abandoned: Abandoned = { participant: null, until: 0 }
  /** Dead lines that had been found by then. */
  #deadLines = 0
  /** Where the look for seats to give back goes on, and when the last one was; Unix milliseconds. */
  #next: Iterator<RoomParticipant> | null = null
  #lookedAt = 0

  /** @param places seats at the room itself, and at each relay; the usual number where undefined */
  constructor(
    store: RoomStore,
    presence: PresenceEvents,
    attendance: PresenceTracker,
    places: number | undefined,
  ) {
    this.#store = store
    this.#presenceEvents = presence
    this.#presence = attendance
    this.#seatsPerObject = places
    this.facilitator = new FacilitatorSeat(store, presence, attendance)
  }

  /** Whoever the token names, also someone who was removed; null where it is no token of this room. */
  findIncludingRemoved(live: RoomState, who: Credentials): RoomParticipant | null {
    const token = parseToken(who.token)
    const member = token && live.participants.get(token.participantId)
    if (!token || !member || member.relay !== token.relay) return null
    return readTokens(member.token).some(({ hash }) => matchesHash(token.secret, claimHash(hash)))
      ? member
      : null
  }

  /** The participant the token names, or null. */
  findParticipant(live: RoomState, who: Credentials): RoomParticipant | null {
    const known = this.findIncludingRemoved(live, who)
    return known?.removed ? null : known
  }

  /**
   * What the bearer of these credentials may do; null for a stranger. The host's token counts before joining, too. A
   * facilitator's seat gives no more than any other without the session: who changed the password has ended the others.
   */
  effectiveRoleOf(live: RoomState, who: Credentials): EffectiveRole | null {
    if (isFacilitator(live, who)) return 'facilitator'
    if (isHost(live, who)) return 'host'
    const role = this.findParticipant(live, who)?.role ?? null
    return role === 'facilitator' ? 'participant' : role
  }

  /** The seats as the rules of admission see them. */
  occupancy(live: RoomState, now: number): { capacity: number | null; taken: number; abandoned: number } {
    return {
      capacity: live.row.capacity,
      taken: live.seats,
      abandoned: this.#findReplaceable(live, now) ? 1 : 0,
    }
  }

  /** Why a newcomer may not have an alias; who has it because of an abandoned seat that the newcomer would get loses it. */
  refuseAlias(live: RoomState, who: Credentials, alias: string, now: number): Refusal | null {
    const replaced = isFacilitator(live, who) ? null : this.#findReplaceable(live, now)
    return this.#refuseName(live, alias, { owners: [roleOf(live, who)], except: replaced?.participantId })
  }

  /** Gives a seat to someone new; in a room that is full but for an abandoned seat, that one. The rules were asked before. */
  takeSeat(
    live: RoomState,
    who: Credentials,
    alias: string | undefined,
    region: Region,
    now: number,
  ): { participant: RoomParticipant; token: string } {
    const role = roleOf(live, who)
    const replaced = role === 'facilitator' ? null : this.#findReplaceable(live, now)
    if (replaced) this.#deleteSeat(live, replaced)
    const secret = makeSecret<'seat'>()
    const row: ParticipantRow = {
      n: live.lastSeatNumber + 1,
      participantId: nanoid(),
      alias: alias ?? this.#freeAlias(live),
      role,
      token: writeTokens([
        { hash: hashSecret(secret), sessionId: role === 'facilitator' ? (who.sessionId ?? null) : null },
      ]),
      spoke: false,
      spokeAs: false,
      idleSince: now,
      removed: false,
      hasClosed: false,
      // Whoever manages the room sits where it is run.
      relay: role === 'participant' ? chooseRelay(live.seatsByRelay, region, this.#seatsPerObject) : null,
    }
    this.#store.addParticipant(row)
    // Leaving and coming back must not be a way to say more.
    const member = { ...toRoomParticipant(row), ...live.freedRateLimits.pop() }
    addParticipant(live, member)
    return { participant: member, token: writeToken({ ...row, secret }) }
  }

  /** Gives the seat back, with the alias where nothing was said under it, and hangs up. */
  leaveSeat(live: RoomState, member: RoomParticipant): void {
    this.#deleteSeat(live, member)
    this.#presence.disconnectParticipant(live, member, 'not-a-participant')
  }

  /** Takes the seat away for good: the token stays known, so that it may not join again. */
  removeForGood(live: RoomState, member: RoomParticipant): void {
    this.#store.setRemoved(member.n)
    removeParticipant(live, member)
    this.#presence.disconnectParticipant(live, member, 'removed')
    addParticipant(live, { ...member, removed: true })
  }

  /** Gives a member another alias, where it may have it. @param field where the request says the alias */
  renameParticipant(
    live: RoomState,
    member: RoomParticipant,
    alias: string,
    field: 'alias' | 'sender' = 'alias',
  ): Refusal | null {
    if (alias === member.alias) return null
    const owners = [member.participantId, member.role]
    const refusal = this.#refuseName(live, alias, { owners, except: member.participantId }, field)
    if (refusal) return refusal
    this.#keepSpokenName(member)
    this.#store.setAlias(member.n, alias)
    live.aliases.removeOwner(member)
    member.alias = alias
    member.spokeAs = false
    live.aliases.addOwner(member)
    live.welcomeCache.participantChanged()
    if (live.present.has(member)) this.#presenceEvents.enqueueChange(live, 'presence.update', member)
    return null
  }

  /**
   * In a room without a limit: gives back the seats of those who never said anything and have had no connection for long.
   * Nobody needs them, but a script could fill the room with them for ever. Called whenever something happens there.
   */
  freeUnusedSeats(live: RoomState, now: number): void {
    if (live.row.capacity !== null || Math.abs(now - this.#lookedAt) < GIVE_BACK.every) return
    this.#lookedAt = now
    this.#next ??= live.participants.values()
    const unused: RoomParticipant[] = []
    for (let looked = 0; looked < GIVE_BACK.seats; looked += 1) {
      const { value, done } = this.#next.next()
      if (done) {
        this.#next = null
        break
      }
      if (value.role !== 'participant' || value.removed) continue
      if (isUnused(seatFacts(live, value, now), value.wasHere, now)) unused.push(value)
    }
    if (unused.length === 0) return
    this.#store.deleteParticipants(unused.map(({ n }) => n))
    for (const member of unused) removeParticipant(live, member)
  }

  #deleteSeat(live: RoomState, member: RoomParticipant): void {
    this.#keepSpokenName(member)
    this.#store.deleteParticipants([member.n])
    removeParticipant(live, member)
  }

  /**
   * Why nobody but its owner may have a name.
   * @param owners as whom names that were spoken under are kept for whoever asks
   * @param except the participant who may have it now
   */
  #refuseName(
    live: RoomState,
    alias: string,
    { owners, except }: { owners: readonly string[]; except: string | undefined },
    field = 'alias',
  ): Refusal | null {
    if (isReserved(alias)) return { code: 'invalid-request', issues: [{ path: field, message: RESERVED }] }
    const looks = looksOf(alias)
    const isTaken =
      live.aliases.isTaken(looks, except) ||
      this.#store.spokenNames.findOwners(looks).some((owner) => !owners.includes(owner))
    return isTaken ? { code: 'alias-taken' } : null
  }

  /** Keeps the name for its speaker that a member is about to give up. Who manages the room can prove that without a seat. */
  #keepSpokenName({ participantId, alias, role, spokeAs }: RoomParticipant): void {
    if (spokeAs)
      this.#store.spokenNames.keepName(looksOf(alias), role === 'participant' ? participantId : role)
  }

  #freeAlias(live: RoomState): string {
    for (;;) {
      const alias = randomAlias()
      if (this.#refuseName(live, alias, { owners: [], except: undefined }) === null) return alias
    }
  }

  /** Whose seat the next newcomer gets: in a full room the member whose seat was abandoned first, otherwise nobody's. */
  #findReplaceable(live: RoomState, now: number): RoomParticipant | null {
    if (live.seats < (live.row.capacity ?? CAPACITY.max)) return null
    const { participant: member, until } = this.#abandoned
    const isStill = member === null || live.participants.get(member.participantId) === member
    // Strangers may knock at a full room as often as they like, and it may be a large one: who is in it is not looked
    // through for each of them.
    // A clock that was set back must not keep seats from those who need them.
    const isEarly =
      now < until && until - now <= SILENT_SEAT_MS && this.#deadLines === this.#presence.deadConnections
    if (isStill && (member === null ? isEarly : isAbandoned(seatFacts(live, member, now), now))) return member
    this.#abandoned = findAbandoned(live, now)
    this.#deadLines = this.#presence.deadConnections
    // Whose line is dead at a relay only the relay knows: the next who asks hears of it.
    if (this.#abandoned.participant === null) live.relays.checkPositions()
    return this.#abandoned.participant
  }
}

/** The member whose seat was abandoned first; null where nobody's is until some time, Unix milliseconds. */
interface Abandoned {
  participant: RoomParticipant | null
  until: number
}

/** Looks through all seats. Nobody's becomes abandoned sooner than ten seconds after the last connection. */
function findAbandoned(live: RoomState, now: number): Abandoned {
  let first: RoomParticipant | null = null
  let until = now + CLOSED_SEAT_MS
  for (const member of live.participants.values()) {
    const { removed, role, spoke, idleSince, hasClosed } = member
    if (removed || role === 'facilitator' || spoke || idleSince === null) continue
    until = Math.min(until, abandonedAt({ hasClosed, idleSince }))
    if (
      isAbandoned(seatFacts(live, member, now), now) &&
      (first?.idleSince ?? Number.POSITIVE_INFINITY) > idleSince
    )
      first = member
  }
  return { participant: first, until }
}

function roleOf(live: RoomState, who: Credentials): Role {
  if (isFacilitator(live, who)) return 'facilitator'
  return isHost(live, who) ? 'host' : 'participant'
}

/** Whether they bear the host's token, with a seat or without. */
export function isHost(live: RoomState, who: Credentials): boolean {
  return who.hostToken !== undefined && matchesHash(who.hostToken, live.row.hostToken)
}
