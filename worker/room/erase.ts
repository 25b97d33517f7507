import { CLOSE } from '../../protocol/close.ts'
import type { EndReason } from '../../protocol/down.ts'
import { close, say } from '../sockets/say.ts'
import type { Live } from './live.ts'
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
  say(live.sockets.keys(), { event: 'chat.destroy', data: { isDestroyed: true, reason } })
  for (const [socket, { member }] of live.sockets) {
    close(socket, CLOSE.gone, 'the room is gone')
    member.connections = 0
  }
  live.sockets.clear()
  live.present = 0
}

/** Deletes everything, the alarm with it. Alone and outside any transaction: what `finish` wrote is waited for first. */
export async function erase(storage: DurableObjectStorage): Promise<void> {
  await storage.sync()
  await storage.deleteAll()
}
