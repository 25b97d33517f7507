import type { HttpOptions } from '../../../client/net/http.ts'
import { makeRoomApi, type RoomApi } from '../../../client/net/room-api.ts'
import { makeServerClock } from '../../../client/net/server-clock.ts'
import { realTimers } from '../../../client/net/timers.ts'
import { applyRoom } from '../../../client/room/apply.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import type { RoomModel } from '../../../client/room/room-model.ts'
import type { RoomState, RoomStore } from '../../../client/room/room-state.ts'
import type { OpenedSeat } from './opened-seat.ts'
import { makePlainStore } from './plain-store.ts'

type Asked = 'state' | 'cipher' | 'door' | 'getPublicKey' | 'runCommand' | 'refreshRoom'

/** What a room is to the page's own commands: its state, its keys, and how it is asked. They call it as plain functions. */
export abstract class RoomContext implements Pick<RoomModel, Asked> {
  readonly seat: OpenedSeat
  readonly api: RoomApi
  readonly store: RoomStore = makePlainStore(() => this.showChanges())
  readonly state: RoomState = this.store.latest
  protected readonly clock = makeServerClock({ steady: realTimers.now, wall: () => Date.now() })

  constructor(seat: OpenedSeat) {
    this.seat = seat
    this.api = makeRoomApi(this.http)
  }

  /** Whether answers change what is known: the room is not over. */
  protected abstract get isLive(): boolean

  /** The state has changed. */
  protected abstract showChanges(): void

  get roomId(): string {
    return this.seat.roomId
  }

  /** What the server is called with. */
  get http(): HttpOptions {
    return { base: `${this.seat.server}/`, fetch: this.seat.jar.fetch }
  }

  /** The server's time, Unix milliseconds; the device's before it is known. */
  readonly now = (): number => this.clock.now() ?? Date.now()

  readonly cipher: RoomModel['cipher'] = () => this.seat.unlocked?.cipher ?? null

  readonly door: RoomModel['door'] = () => rotatingOf(this.cipher())?.keys.door

  readonly getPublicKey: NonNullable<RoomModel['getPublicKey']> = (participantId) =>
    rotatingOf(this.cipher())?.findPublicKey(participantId)

  readonly runCommand: RoomModel['runCommand'] = async (call, apply) => {
    const reply = await call(this.api, this.roomId)
    if (reply.ok && apply && this.isLive) this.store.mutate((latest) => apply(latest, reply.value))
    return reply
  }

  readonly refreshRoom: RoomModel['refreshRoom'] = async () => {
    const { value } = await this.api.fetchRoom(this.roomId)
    if (value && this.isLive) this.store.mutate((latest) => applyRoom(latest, value))
  }
}
