import { FLOOD_BAN_MS } from '../../protocol/limits.ts'

/** Where it is stored. */
const STORAGE_KEY = 'flood-bans'
/** Participants that are remembered: those beyond were kept off first, and come back a little earlier. */
const BANS_MAX = 256

/**
 * Which participants may open no socket for a while, because they sent too many frames. Stored, because an object that
 * nothing happens in sleeps sooner than that; it is written only when somebody floods.
 */
export class FloodBans {
  readonly #kv: SyncKvStorage
  /** Until when, Unix milliseconds, by participant; null until somebody asked. */
  #bannedUntil: Map<string, number> | null = null

  constructor(kv: SyncKvStorage) {
    this.#kv = kv
  }

  /** Returns the milliseconds for which a participant is kept off; 0 where it isn't. */
  getRemainingBan(participantId: string, now: number): number {
    const until = this.#loadBans().get(participantId) ?? 0
    // A clock that was set back keeps nobody off for longer.
    return Math.min(FLOOD_BAN_MS, Math.max(0, until - now))
  }

  /** Keeps a participant off from now on. */
  banParticipant(participantId: string, now: number): void {
    const others = [...this.#loadBans()].filter(([id, until]) => id !== participantId && until > now)
    this.#bannedUntil = new Map([...others.slice(1 - BANS_MAX), [participantId, now + FLOOD_BAN_MS]])
    this.#kv.put(STORAGE_KEY, [...this.#bannedUntil])
  }

  #loadBans(): Map<string, number> {
    this.#bannedUntil ??= new Map(this.#kv.get<[string, number][]>(STORAGE_KEY))
    return this.#bannedUntil
  }
}
