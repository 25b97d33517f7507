import { nanoid } from 'nanoid'
import { CLOSE } from '../../protocol/close.ts'
import type { Role } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { aliasKey, randomAlias } from '../../protocol/text.ts'
import { hashSecret, makeSecret, matchesHash, parseToken } from '../secrets/token.ts'
import { close, sayNo } from '../sockets/say.ts'
import { isAbandoned } from './admission.ts'
import type { Credentials } from './credentials.ts'
import { type Live, type Member, memberOf, seatMember, unseatMember } from './live.ts'
import type { Power } from './powers.ts'
import type { Presence } from './presence.ts'
import type { ParticipantRow, Store } from './store.ts'
import { dropSocket } from './wake.ts'

/** Devices of a facilitator in one room. Stops joining from filling the row. */
const DEVICES_MAX = 8

/** Who sits where: finds participants by their token, and gives, frees and renames seats. One for a room's object. */
export class Seats {
  readonly #store: Store
  readonly #presence: Presence

  constructor(store: Store, presence: Presence) {
    this.#store = store
    this.#presence = presence
  }

  /** Whoever the token names, also someone who was removed; null where it is no token of this room. */
  known(live: Live, who: Credentials): Member | null {
    const token = parseToken(who.token)
    const member = token && live.members.get(token.participantId)
    if (!token || !member) return null
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
    return holdsHostToken(live, who) ? 'host' : (this.member(live, who)?.role ?? null)
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
    this.#store.setToken(member.participantId, member.token)
    return `${member.participantId}.${secret}`
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
    now: number,
  ): { member: Member; token: string } {
    const role = roleOf(live, who)
    const replaced = role === 'facilitator' ? null : this.#replaced(live, now)
    if (replaced) this.#forget(live, replaced)
    const secret = makeSecret()
    const row: ParticipantRow = {
      participantId: nanoid(),
      alias: alias ?? freeAlias(live),
      role,
      token: hashSecret(secret),
      spoke: false,
      idleSince: now,
      removed: false,
    }
    this.#store.addParticipant(row)
    const member = memberOf(row)
    seatMember(live, member)
    return { member, token: `${row.participantId}.${secret}` }
  }

  /** Gives the seat and the alias back, and hangs up. */
  leave(live: Live, member: Member): void {
    this.#forget(live, member)
    this.#hangUp(live, member, 'notAParticipant')
  }

  /** Takes the seat away for good: the token stays known, so that it may not join again. */
  remove(live: Live, member: Member): void {
    this.#store.setRemoved(member.participantId)
    unseatMember(live, member)
    this.#hangUp(live, member, 'removed')
    seatMember(live, { ...member, removed: true })
  }

  /** Gives a member another alias, where nobody has it. */
  rename(live: Live, member: Member, alias: string): Refusal | null {
    if (alias === member.alias) return null
    const holder = live.aliases.get(aliasKey(alias))
    if (holder !== undefined && holder !== member.participantId) return { code: 'alias-taken' }
    this.#store.setAlias(member.participantId, alias)
    live.aliases.delete(aliasKey(member.alias))
    live.aliases.set(aliasKey(alias), member.participantId)
    member.alias = alias
    if (member.connections > 0) this.#presence.tell(live, 'presence.update', member)
    return null
  }

  /** A member's first connection opened. */
  arrived(live: Live, member: Member): void {
    this.#setIdle(member, null)
    this.#presence.tell(live, 'presence.join', member)
  }

  /** A socket closed; its seat stays. */
  dropped(live: Live, socket: WebSocket, now: number): void {
    const member = dropSocket(live, socket)
    if (member === null) return
    this.#setIdle(member, now)
    this.#presence.tell(live, 'presence.leave', member)
  }

  /** Closes the connections that are too far behind; their participants come back and resume. */
  closeSlow(live: Live, now: number): void {
    if (!live.flow.takeDue()) return
    for (const [socket, { heard }] of [...live.sockets]) {
      if (!live.flow.isBehind(heard, live.present)) continue
      close(socket, CLOSE.tooSlow, 'too slow')
      this.dropped(live, socket, now)
    }
  }

  #forget(live: Live, member: Member): void {
    this.#store.deleteParticipant(member.participantId)
    unseatMember(live, member)
  }

  /**
   * Closes every socket of someone who is no member any more, and tells the others. Why is said in words first: a
   * closing handshake can take its time (ten seconds under `wrangler dev`, 2026-11), and until then nobody knows.
   */
  #hangUp(live: Live, member: Member, why: 'notAParticipant' | 'removed'): void {
    const own = [...live.sockets].filter(([, entry]) => entry.member === member).map(([socket]) => socket)
    for (const socket of own) {
      dropSocket(live, socket)
      sayNo(socket, { code: why === 'removed' ? 'removed' : 'not-a-participant' })
      close(socket, CLOSE[why], why === 'removed' ? 'removed' : 'left')
    }
    if (own.length > 0) this.#presence.tell(live, 'presence.leave', member)
  }

  /** Whose seat the next newcomer gets: in a full room the member whose seat was abandoned first, otherwise nobody's. */
  #replaced(live: Live, now: number): Member | null {
    if (live.row.capacity === null || live.seats < live.row.capacity) return null
    let first: Member | null = null
    for (const member of live.members.values()) {
      const { role, removed, spoke, connections, idleSince } = member
      if (removed || role === 'facilitator') continue
      if (!isAbandoned({ spoke, connected: connections > 0, idleSince: idleSince ?? now }, now)) continue
      if (first === null || (idleSince ?? now) < (first.idleSince ?? now)) first = member
    }
    return first
  }

  /** Notes since when a member has no connection. Written down only while it matters: who spoke keeps the seat anyway. */
  #setIdle(member: Member, idleSince: number | null): void {
    if (!member.spoke) this.#store.setIdleSince(member.participantId, idleSince)
    member.idleSince = idleSince
  }
}

/** Whether the session that the Worker checked is the one of the account this room belongs to. */
export function isFacilitator(live: Live, who: Credentials): boolean {
  return who.accountId !== undefined && live.row.schedule?.accountId === who.accountId
}

function roleOf(live: Live, who: Credentials): Role {
  if (isFacilitator(live, who)) return 'facilitator'
  return holdsHostToken(live, who) ? 'host' : 'participant'
}

function holdsHostToken(live: Live, who: Credentials): boolean {
  return who.hostToken !== undefined && matchesHash(who.hostToken, live.row.hostToken)
}

function freeAlias(live: Live): string {
  for (;;) {
    const alias = randomAlias()
    if (!live.aliases.has(aliasKey(alias))) return alias
  }
}
