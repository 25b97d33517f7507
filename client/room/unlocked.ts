import type { Participant } from '../../protocol/participant.ts'
import type { Result } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { RoomCipher } from './room-cipher.ts'
import type { EntryAnswer } from './room-stage.ts'

/** What joining is asked with. */
export type JoinRequest = Parameters<RoomApi['joinRoom']>[1]

/** What somebody who joined is answered. */
export type JoinValue = Participant & { room: Room; epoch?: number; invite?: string }

/** What somebody who waits at the door is answered. */
export type WaitingValue = Pick<Participant, 'participantId' | 'alias'> & { room: Room }

/** What a visitor encrypts with, and joins with. */
export interface Unlocked {
  /** Null in a room without encryption. */
  readonly cipher: RoomCipher | null
  /** @returns the request to join, with what the visitor has answered so far */
  makeRequest(answer: EntryAnswer): Promise<JoinRequest>
  /**
   * Takes what joining was answered with.
   * @returns `again` where the seat could not be used and joining has to be asked once more; `no-key` where it was given
   *   back, because no key came with it
   */
  takeAnswer?(joined: JoinValue): Promise<Result<'joined' | 'again' | 'no-key'>>
  /** Takes what knocking was answered with. */
  takeKnock?(waiting: WaitingValue): Promise<Result<void>>
  /**
   * Starts as somebody new, where the seat is taken that the kept keys belong to, or their link is dead.
   * @returns false where that can't be
   */
  startAnew?(why: 'seat-taken' | 'dead-link'): Promise<boolean>
  /** Forgets the keys that this browser keeps of the room. */
  forget?(): Promise<void>
}
