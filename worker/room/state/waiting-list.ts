import type { ParticipantId, WaitingParticipant } from '../../../protocol/participant.ts'
import type { ConnectionOwner } from '../../broadcast/connection.ts'
import { matchesHash } from '../../secrets/secret.ts'
import { parseToken } from '../../secrets/token.ts'
import type { Credentials } from '../credentials.ts'
import type { WaitingRow, WaitingStore } from '../storage/waiting-store.ts'

/** Somebody who waits at the door: the stored row, and what is lost when the object sleeps. They are no participant. */
export interface WaitingVisitor extends WaitingRow, ConnectionOwner {}

/** Everybody who waits at the door of a room, in storage and in memory. */
export class WaitingList {
  readonly #store: WaitingStore
  /** The first who came is at the front. */
  readonly #byId = new Map<ParticipantId, WaitingVisitor>()

  constructor(store: WaitingStore) {
    this.#store = store
  }

  /** Everybody who waits, by id, the first who came at the front. */
  get byId(): ReadonlyMap<ParticipantId, WaitingVisitor> {
    return this.#byId
  }

  /** Loads those who waited when the object went to sleep. */
  loadVisitors(): void {
    for (const row of this.#store.loadVisitors()) this.#byId.set(row.participantId, toVisitor(row))
  }

  /** @returns who waits with this token; null where nobody does */
  findVisitor({ token: raw }: Pick<Credentials, 'token'>): WaitingVisitor | null {
    if (this.#byId.size === 0) return null
    const token = parseToken(raw)
    const visitor = token?.relay === null ? this.#byId.get(token.participantId) : undefined
    return token && visitor && matchesHash(token.secret, visitor.tokenHash) ? visitor : null
  }

  /** @returns everybody who waits as hosts may see them, the first who came at the front */
  listVisitors(): WaitingParticipant[] {
    return [...this.#byId.values()].map(toPublicVisitor)
  }

  /** Adds somebody who knocked. */
  addVisitor(row: WaitingRow): WaitingVisitor {
    this.#store.addVisitor(row)
    const visitor = toVisitor(row)
    this.#byId.set(row.participantId, visitor)
    return visitor
  }

  /** Sets since when somebody has no connection, Unix milliseconds; null where there is one. */
  setIdle(visitor: WaitingVisitor, idleSince: number | null): void {
    // Who was let in or turned away meanwhile waits no more, and has no row.
    if (this.#byId.get(visitor.participantId) !== visitor || visitor.idleSince === idleSince) return
    this.#store.setIdleSince(visitor.participantId, idleSince)
    visitor.idleSince = idleSince
  }

  /** Deletes everybody: the room has closed. */
  deleteVisitors(): void {
    if (this.#byId.size === 0) return
    this.#store.deleteVisitors()
    this.#byId.clear()
  }

  /** Deletes somebody who waits no more. */
  deleteVisitor({ participantId }: WaitingVisitor): void {
    this.#store.deleteVisitor(participantId)
    this.#byId.delete(participantId)
  }
}

/** @returns somebody who waits as hosts may see them */
export function toPublicVisitor({ participantId, alias, card }: WaitingVisitor): WaitingParticipant {
  return { participantId, alias, ...(card !== null && { card }) }
}

function toVisitor(row: WaitingRow): WaitingVisitor {
  return { ...row, sockets: new Set(), frames: null, upgrades: null, directCharacters: null }
}
