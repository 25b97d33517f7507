import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/room-events.ts'
import type { Live } from './live.ts'
import type { Relays } from './relays/relays.ts'
import type { Store } from './store.ts'

/**
 * The end, in one synchronous stretch: it is noted, so that no crash can bring the room back; the alarm is set to
 * now, so that a crash before `erase` is made good; everyone is told; every socket is closed.
 */
export function finish(
  storage: DurableObjectStorage,
  store: Store,
  live: Live,
  reason: EndReason,
  now: number,
): void {
  store.setEnded(reason)
  void storage.setAlarm(now)
  dismiss(live, reason)
}

/** Tells everyone that the room is over for them, and hangs up. Also where a facilitator can still read what was said. */
export function dismiss(live: Live, reason: EndReason): void {
  live.telling.enqueueEvent({ event: 'chat.destroy', data: { isDestroyed: true, reason } })
  const batch = live.telling.takeEvents()
  live.crowd.broadcastEvents(batch, live.members, { seq: live.lastSeq, tick: live.telling.tick })
  live.crowd.closeAllConnections(CLOSE.gone, 'the room is gone')
  live.relays.sendEnd(batch, live.seated.keys())
  live.present.clear()
  live.leaving.clear()
}

/**
 * Deletes everything, the alarm with it. Alone and outside any transaction: what `finish` wrote is waited for first,
 * and so are the relays, which are remembered here.
 */
export async function erase(storage: DurableObjectStorage, relays: Relays | null): Promise<void> {
  await storage.sync()
  await relays?.waitUntilEnded()
  await storage.deleteAll()
}
