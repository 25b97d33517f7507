import { nanoid } from 'nanoid'
import { CLOSE } from '../../protocol/close.ts'
import type { Role } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import { aliasKey, randomAlias } from '../../protocol/text.ts'
import { hashSecret, makeSecret, matchesHash, parseToken } from '../secrets/token.ts'
import { close } from '../sockets/say.ts'
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
    const { capacity } = live.row
    const full = capacity !== null && live.seats >= capacity
    return { capacity, taken: live.seats, abandoned: full ? this.#abandoned(live, now).length : 0 }
  }

  /** Gives a seat to someone new; in a room that is full but for an abandoned seat, that one. The rules were asked before. */
  take(
    live: Live,
    who: Credentials,
    alias: string | undefined,
    now: number,
  ): { member: Member; token: string } {
    const role = roleOf(live, who)
    if (role !== 'facilitator' && live.row.capacity !== null && live.seats >= live.row.capacity) {
      const [abandoned] = this.#abandoned(live, now)
      if (abandoned) this.#forget(live, abandoned)
    }
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
    this.#hangUp(live, member, CLOSE.notAParticipant, 'left')
  }

  /** Takes the seat away for good: the token stays known, so that it may not join again. */
  remove(live: Live, member: Member): void {
    this.#store.setRemoved(member.participantId)
    unseatMember(live, member)
    this.#hangUp(live, member, CLOSE.removed, 'removed')
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

  /** Closes every socket of someone who is no member any more, and tells the others. */
  #hangUp(live: Live, member: Member, code: Parameters<typeof close>[1], reason: string): void {
    const own = [...live.sockets].filter(([, entry]) => entry.member === member).map(([socket]) => socket)
    for (const socket of own) {
      dropSocket(live, socket)
      close(socket, code, reason)
    }
    if (own.length > 0) this.#presence.tell(live, 'presence.leave', member)
  }

  /** The members whose seats may be given away, the longest idle first. */
  #abandoned(live: Live, now: number): Member[] {
    const silent = [...live.members.values()].filter(
      ({ removed, spoke, role }) => !removed && !spoke && role !== 'facilitator',
    )
    for (const member of silent) {
      // Its connection was lost with the object, which so never saw it close: its minute starts now.
      if (member.connections === 0 && member.idleSince === null) this.#setIdle(member, now)
    }
    return silent
      .filter(({ spoke, connections, idleSince }) =>
        isAbandoned({ spoke, connected: connections > 0, idleSince: idleSince ?? now }, now),
      )
      .sort((a, b) => (a.idleSince ?? now) - (b.idleSince ?? now))
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
