import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { Relays } from './relays/relays.ts'
import type { RoomState } from './state/room-state.ts'
import type { RoomStore } from './storage/store.ts'

/**
 * The end, in one synchronous stretch: it is noted, so that no crash can bring the room back; the alarm is set to
 * now, so that a crash before `erase` is made good; everyone is told; every socket is closed.
 */
export function markEnded(
  storage: DurableObjectStorage,
  store: RoomStore,
  live: RoomState,
  reason: EndReason,
  now: number,
): void {
  store.setEnded(reason)
  void storage.setAlarm(now)
  disconnectAll(live, reason)
}

/** Tells everyone that the room is over for them, and hangs up. Also where a facilitator can still read what was said. */
export function disconnectAll(live: RoomState, reason: EndReason): void {
  live.events.enqueueEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason } })
  const batch = live.events.takeEvents()
  live.connections.broadcastEvents(batch, live.participants, { seq: live.lastSeq, tick: live.events.tick })
  live.connections.closeAllConnections(CLOSE.gone, 'the room is gone')
  live.relays.sendEnd(batch, live.seatsByRelay.keys())
  live.present.clear()
  live.leaving.clear()
}

/**
 * Deletes everything, the alarm with it. Alone and outside any transaction: what `finish` wrote is waited for first,
 * and so are the relays, which are remembered here.
 */
export async function deleteStorage(storage: DurableObjectStorage, relays: Relays | null): Promise<void> {
  await storage.sync()
  await relays?.waitUntilEnded()
  await storage.deleteAll()
}
