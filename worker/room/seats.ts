import { nanoid } from 'nanoid'
import { CLOSE } from '../../protocol/close.ts'
import { CAPACITY } from '../../protocol/limits.ts'
import type { Role } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { aliasKey, randomAlias } from '../../protocol/text.ts'
import { log } from '../log.ts'
import { placeFor, type Region } from '../relay/place.ts'
import { hashSecret, makeSecret, matchesHash, parseToken, writeToken } from '../secrets/token.ts'
import { hangUp } from '../sockets/say.ts'
import { isAbandoned } from './admission.ts'
import type { Credentials } from './credentials.ts'
import { type Live, type Member, memberOf, seatMember, unseatMember } from './live.ts'
import type { Power } from './powers.ts'
import type { Presence } from './presence.ts'
import type { ParticipantRow } from './rows.ts'
import type { Store } from './store.ts'

/** Devices of a facilitator in one room. Stops joining from filling the row. */
const DEVICES_MAX = 8

/** Who sits where: finds participants by their token, and gives, frees and renames seats. One for a room's object. */
export class Seats {
  readonly #store: Store
  readonly #presence: Presence

  readonly #places: number | undefined
  /** Since when somebody has no connection (null: has one), by seat: noted, and not written down yet. */
  readonly #idle = new Map<number, number | null>()

  /** @param places seats at the room itself, and at each relay; the usual number where undefined */
  constructor(store: Store, presence: Presence, places: number | undefined) {
    this.#store = store
    this.#presence = presence
    this.#places = places
  }

  /** Whoever the token names, also someone who was removed; null where it is no token of this room. */
  known(live: Live, who: Credentials): Member | null {
    const token = parseToken(who.token)
    const member = token && live.members.get(token.participantId)
    if (!token || !member || member.relay !== token.relay) return null
    return member.token.split(' ').some((hash) => matchesHash(token.secret, hash)) ? member : null
  }

  /** The participant the token names, or null. */
  member(live: Live, who: Credentials): Member | null {
    const known = this.known(live, who)
    return known?.removed ? null : known
  }

  /** What the bearer of these credentials may do; null for a stranger. The host's token counts before joining, too. */
  power(live: Live, who: Credentials): Power | null {
    if (isFacilitator(live, who)) return 'facilitator'
    return isHost(live, who) ? 'host' : (this.member(live, who)?.role ?? null)
  }

  /** The seat of the facilitator who asks, or null where there is none to find: one on whatever device. */
  facilitator(live: Live, who: Credentials): Member | null {
    if (!isFacilitator(live, who)) return null
    return [...live.members.values()].find(({ role }) => role === 'facilitator') ?? null
  }

  /** Gives the facilitator's seat another token, for one more device; the oldest stops working beyond so many. */
  addToken(member: Member): string {
    const secret = makeSecret()
    member.token = [...member.token.split(' '), hashSecret(secret)].slice(-DEVICES_MAX).join(' ')
    this.#store.setToken(member.n, member.token)
    return writeToken({ participantId: member.participantId, secret, relay: member.relay })
  }

  /** The seats as the rules of admission see them. */
  facts(live: Live, now: number): { capacity: number | null; taken: number; abandoned: number } {
    return { capacity: live.row.capacity, taken: live.seats, abandoned: this.#replaced(live, now) ? 1 : 0 }
  }

  /** Whether an alias is taken; not by someone whose abandoned seat the newcomer would get. */
  isTaken(live: Live, who: Credentials, alias: string, now: number): boolean {
    const holder = live.aliases.get(aliasKey(alias))
    if (holder === undefined || isFacilitator(live, who)) return holder !== undefined
    return holder !== this.#replaced(live, now)?.participantId
  }

  /** Gives a seat to someone new; in a room that is full but for an abandoned seat, that one. The rules were asked before. */
  take(
    live: Live,
    who: Credentials,
    alias: string | undefined,
    region: Region,
    now: number,
  ): { member: Member; token: string } {
    const role = roleOf(live, who)
    const replaced = role === 'facilitator' ? null : this.#replaced(live, now)
    if (replaced) this.#forget(live, replaced)
    const secret = makeSecret()
    const row: ParticipantRow = {
      n: live.lastSeat + 1,
      participantId: nanoid(),
      alias: alias ?? freeAlias(live),
      role,
      token: hashSecret(secret),
      spoke: false,
      idleSince: now,
      removed: false,
      // Whoever manages the room sits where it is run.
      relay: role === 'participant' ? placeFor(live.seated, region, this.#places) : null,
    }
    this.#store.addParticipant(row)
    const member = memberOf(row)
    seatMember(live, member)
    return { member, token: writeToken({ ...row, secret }) }
  }

  /** Gives the seat and the alias back, and hangs up. */
  leave(live: Live, member: Member): void {
    this.#forget(live, member)
    this.#hangUp(live, member, 'not-a-participant')
  }

  /** Takes the seat away for good: the token stays known, so that it may not join again. */
  remove(live: Live, member: Member): void {
    this.#store.setRemoved(member.n)
    unseatMember(live, member)
    this.#hangUp(live, member, 'removed')
    seatMember(live, { ...member, removed: true })
  }

  /** Gives a member another alias, where nobody has it. */
  rename(live: Live, member: Member, alias: string): Refusal | null {
    if (alias === member.alias) return null
    const holder = live.aliases.get(aliasKey(alias))
    if (holder !== undefined && holder !== member.participantId) return { code: 'alias-taken' }
    this.#store.setAlias(member.n, alias)
    live.aliases.delete(aliasKey(member.alias))
    live.aliases.set(aliasKey(alias), member.participantId)
    member.alias = alias
    live.welcomes.changed(member)
    if (live.present.has(member)) this.#presence.add(live, 'presence.update', member)
    return null
  }

  /** A member's first connection opened, here or at its relay. */
  arrived(live: Live, member: Member): void {
    if (live.present.has(member)) return
    live.present.add(member)
    live.welcomes.changed(member)
    if (member.relay !== null) live.relays.arrived(member.relay, live.lastSeq)
    this.#setIdle(live, member, null)
    this.#presence.add(live, 'presence.join', member)
  }

  /** A socket closed; its seat stays. */
  dropped(live: Live, socket: WebSocket, now: number): void {
    const member = live.crowd.drop(socket)
    if (member !== null) this.gone(live, member, now)
  }

  /** A member's last connection closed, here or at its relay; the seat stays. */
  gone(live: Live, member: Member, now: number): void {
    if (!this.#absent(live, member)) return
    this.#setIdle(live, member, now)
    this.#presence.add(live, 'presence.leave', member)
  }

  /** Closes the connections that are too far behind; their participants come back and resume. */
  closeSlow(live: Live, now: number): void {
    for (const socket of live.crowd.takeSlow()) {
      live.crowd.shut(socket, CLOSE.tooSlow)
      this.dropped(live, socket, now)
    }
  }

  /** The room has a limit now: whose seat may be abandoned is written down from here on. */
  limited(live: Live): void {
    for (const member of live.members.values()) this.#setIdle(live, member, member.idleSince)
  }

  /** Writes down what was noted of connections: all that opened in one turn with one statement. */
  flush(): void {
    if (this.#idle.size === 0) return
    try {
      const since = Map.groupBy(this.#idle, ([, idleSince]) => idleSince)
      for (const [idleSince, noted] of since) {
        this.#store.setIdleSince(
          noted.map(([n]) => n),
          idleSince,
        )
      }
      this.#idle.clear()
    } catch (error) {
      // Noted still: the next turn tries again.
      log('idle-not-written', error)
    }
  }

  /** Notes that a member is not present. Gives whether it was. */
  #absent(live: Live, member: Member): boolean {
    if (!live.present.delete(member)) return false
    live.welcomes.changed(member)
    if (member.relay !== null) live.relays.gone(member.relay)
    return true
  }

  #forget(live: Live, member: Member): void {
    this.#store.deleteParticipant(member.n)
    unseatMember(live, member)
  }

  /** Closes every socket of someone who is no member any more, and tells the others. */
  #hangUp(live: Live, member: Member, code: 'removed' | 'not-a-participant'): void {
    const { relay, participantId } = member
    for (const socket of [...member.sockets]) {
      live.crowd.drop(socket)
      hangUp(socket, code)
    }
    if (!this.#absent(live, member)) return
    if (relay !== null) live.relays.drop(relay, { participantId, code })
    this.#presence.add(live, 'presence.leave', member)
  }

  /** Whose seat the next newcomer gets: in a full room the member whose seat was abandoned first, otherwise nobody's. */
  #replaced(live: Live, now: number): Member | null {
    if (live.seats < (live.row.capacity ?? CAPACITY.max)) return null
    let first: Member | null = null
    for (const member of live.members.values()) {
      const { role, removed, spoke, idleSince } = member
      if (removed || role === 'facilitator') continue
      if (!isAbandoned({ spoke, connected: live.present.has(member), idleSince: idleSince ?? now }, now))
        continue
      if (first === null || (idleSince ?? now) < (first.idleSince ?? now)) first = member
    }
    return first
  }

  /**
   * Notes since when a member has no connection. Written down only while it matters: who spoke keeps the seat anyway,
   * as everyone does where there is no limit; and whether somebody sits at a relay the room could not see by itself
   * after waking.
   */
  #setIdle(live: Live, member: Member, idleSince: number | null): void {
    const isAtStake = !member.spoke && live.row.capacity !== null
    if (isAtStake || member.relay !== null) this.#idle.set(member.n, idleSince)
    member.idleSince = idleSince
  }
}

/** Whether the session that the Worker checked is the one of the account this room belongs to. */
export function isFacilitator(live: Live, who: Credentials): boolean {
  return who.accountId !== undefined && live.row.schedule?.accountId === who.accountId
}

function roleOf(live: Live, who: Credentials): Role {
  if (isFacilitator(live, who)) return 'facilitator'
  return isHost(live, who) ? 'host' : 'participant'
}

/** Whether they bear the host's token, with a seat or without. */
export function isHost(live: Live, who: Credentials): boolean {
  return who.hostToken !== undefined && matchesHash(who.hostToken, live.row.hostToken)
}

function freeAlias(live: Live): string {
  for (;;) {
    const alias = randomAlias()
    if (!live.aliases.has(aliasKey(alias))) return alias
  }
}
