import { PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { RoomState } from '../room-state.ts'
import { findSpeechLimit } from '../speaking.ts'

/** Why no file can be sent: the room has no keys that rotate, its hosts turned files off or only they may send, or one may not speak. */
export type FileLimit = 'no-keys' | 'off' | 'crowded' | 'muted' | 'quiet'

/**
 * Finds what keeps this participant from sending files now. A slow room only has them wait.
 * @param hasKeys whether the keys of the room rotate: elsewhere nothing would carry the key of a file
 * @param now Unix milliseconds by the server's clock
 */
export function findFileLimit(state: RoomState, hasKeys: boolean, now: number): FileLimit | null {
  if (!hasKeys) return 'no-keys'
  if (state.room?.files === false) return 'off'
  if (state.me?.role === 'participant' && state.present > PRESENCE_LISTED_MAX) return 'crowded'
  const limit = findSpeechLimit(state, now)?.is
  return limit === 'muted' || limit === 'quiet' ? limit : null
}
