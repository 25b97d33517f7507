import type { Room } from '../../../protocol/room.ts'
import type { AccountRoom } from '../../../protocol/schedule.ts'
import type { ScheduleRow } from '../storage/rows.ts'
import type { MessageIndex } from './message-index.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { RoomSettings } from './settings.ts'

/** What the view shows. */
interface RoomViewOptions {
  settings: RoomSettings
  participants: Participants
  present: ReadonlySet<RoomParticipant>
  messages: Pick<MessageIndex, 'lastSeq'>
  /** Where the platform keeps the room's object, by its id; undefined where it may be anywhere. */
  jurisdiction: string | undefined
}

/** The room as others see it. */
export class RoomView {
  readonly #options: RoomViewOptions

  constructor(options: RoomViewOptions) {
    this.#options = options
  }

  /** @returns the room as anyone with the invite link may see it */
  toPublicRoom(now: number): Room {
    const { settings, participants, present, jurisdiction } = this.#options
    const { row } = settings
    const { schedule } = row
    const phase = settings.phaseAt(now)
    return {
      roomId: row.roomId,
      state: phase === 'gone' ? 'closed' : phase,
      title: schedule?.title ?? null,
      capacity: row.capacity,
      present: present.size,
      seats: participants.takenSeats,
      passwordRequired: row.passwordHash !== null,
      admissionRequired: row.admissionHash !== null,
      encryption: row.encryption,
      expiry: row.expiry,
      lifetime: schedule ? Math.max(1, Math.ceil((row.endsAt - schedule.opensAt) / 1000)) : row.lifetime,
      destroyBy: row.destroyBy,
      locked: row.locked,
      starts: row.starts,
      startedAt: schedule?.opensAt ?? row.startedAt,
      door: row.door,
      history: row.history,
      files: row.files,
      quiet: row.quiet,
      slow: row.slow,
      pinned: row.pinned,
      keys: row.keys === null ? 1 : 2,
      ...(row.keys && {
        epoch: row.keys.epoch,
        invitable: row.admissionHash !== null,
        rotationDue: row.keys.rotationDue,
      }),
      createdAt: row.createdAt,
      opensAt: schedule?.opensAt ?? row.createdAt,
      expiresAt: settings.endsAt,
      serverTime: now,
      ...(jurisdiction === 'eu' && { jurisdiction }),
      ...(schedule ? { closesAt: row.endsAt, retainFor: schedule.retainFor } : {}),
    }
  }

  /** @returns what somebody who joins learns of the keys: nothing where they are of version 1, or there are none */
  toJoinKeys(): { epoch?: number; invite?: string } {
    const { keys } = this.#options.settings.row
    if (keys === null) return {}
    return keys.invite === null ? { epoch: keys.epoch } : { epoch: keys.epoch, invite: keys.invite }
  }

  /** @returns the room as its facilitator sees it */
  toAccountRoom({ title, retainFor }: ScheduleRow, now: number): AccountRoom {
    const { settings, messages } = this.#options
    return {
      ...this.toPublicRoom(now),
      title,
      closesAt: settings.row.endsAt,
      retainFor,
      messages: messages.lastSeq,
    }
  }
}
