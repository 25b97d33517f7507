import { FLOOD_BAN_MS } from '../../protocol/connection-limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'

/** The key under which bans are stored. */
const STORAGE_KEY = 'flood-bans'
/** Bans that are kept. Where there are more, the oldest end a little earlier. */
const BANS_MAX = 256

/**
 * Participants who may open no socket for a while, because they sent too many frames. Bans are stored, because an idle object
 * sleeps before they end; they are written only when somebody floods.
 */
export class FloodBans {
  readonly #kv: SyncKvStorage
  /** When each ban ends, Unix milliseconds, by participant; null until they are read. */
  #bannedUntil: Map<ParticipantId, number> | null = null

  constructor(kv: SyncKvStorage) {
    this.#kv = kv
  }

  /** Returns the milliseconds until a participant's ban ends; 0 where there is none. */
  getRemainingBan(participantId: ParticipantId, now: number): number {
    const until = this.#loadBans().get(participantId) ?? 0
    // A clock that was set back makes no ban longer.
    return Math.min(FLOOD_BAN_MS, Math.max(0, until - now))
  }

  /** Bans a participant from now on. */
  banParticipant(participantId: ParticipantId, now: number): void {
    const others = [...this.#loadBans()].filter(([id, until]) => id !== participantId && until > now)
    this.#bannedUntil = new Map([...others.slice(1 - BANS_MAX), [participantId, now + FLOOD_BAN_MS]])
    this.#kv.put(STORAGE_KEY, [...this.#bannedUntil])
  }

  #loadBans(): Map<ParticipantId, number> {
    this.#bannedUntil ??= new Map(this.#kv.get<[ParticipantId, number][]>(STORAGE_KEY))
    return this.#bannedUntil
  }
}
