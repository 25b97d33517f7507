import { makeRoomApi } from '../../client/net/room-api.ts'
import type { MemberKeys } from '../../client/room/keys/member-keys.ts'
import { RotatingCipher } from '../../client/room/keys/rotating-cipher.ts'

/** The cipher of somebody called Ada, with these keys, in a room that nothing comes from. */
export function makeIdleCipher(keys: MemberKeys): RotatingCipher {
  return new RotatingCipher({
    api: makeRoomApi(),
    keys,
    name: 'Ada',
    now: () => 0,
    newestMessage: () => null,
    onEpochs: () => {},
  })
}
