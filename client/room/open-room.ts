import { createEffect, onCleanup } from 'solid-js'
import { cookiesWork } from '../browser/cookies-work.ts'
import { readOwnName } from '../browser/own-name.ts'
import { formatEpochLink } from '../crypto/epoch-link.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { readRoomAddress } from '../crypto/room-address.ts'
import { prepareFormats } from '../i18n/index.ts'
import { makeRoomApi } from '../net/room-api.ts'
import { createRoom } from './create-room.ts'
import type { CreateRoomOptions, RoomModel } from './room-model.ts'

/** A room that this page has begun to enter. */
export interface OpenedRoom {
  roomId: string
  /** The key of version 1 in the address; null where there is none. */
  linkKey: LinkKey | null
  room: RoomModel
  /** Is kept once this visitor is inside and has heard the room, or stands outside and can read why. */
  entered: Promise<void>
}

/**
 * Begins to enter the room of this page's address, and keeps the address right, until the owner is cleaned up. Nothing of
 * it is shown here: the seat is asked for while what shows the room is still on its way (docs/decisions/0044).
 */
export function openRoom(
  options: Pick<CreateRoomOptions, 'keepsTokens' | 'keyStore' | 'caution'> = {},
): OpenedRoom {
  const {
    roomId,
    linkKey,
    epochLink: link = null,
    path,
    isKeyShown,
  } = readRoomAddress(location.pathname, location.hash)
  // What is copied and shown from here on is the invite link and no more: no query of the site it was followed from.
  if (path !== location.pathname + location.search + location.hash)
    history.replaceState(isKeyShown ? { isKeyShown } : null, '', path)
  const api = makeRoomApi()
  const room = createRoom(roomId, {
    api: {
      ...api,
      joinRoom(...asked) {
        const answer = api.joinRoom(...asked)
        // There is time until it comes.
        prepareFormats()
        return answer
      },
    },
    alias: readOwnName(),
    linkKey,
    link,
    keepsTokens: cookiesWork,
    ...options,
  })
  // Another key makes another invite link: nothing that was decrypted with the key before may stay.
  const reload = () => location.reload()
  addEventListener('hashchange', reload)
  onCleanup(() => removeEventListener('hashchange', reload))

  // The address has the link that is valid now: in every tab another takes its place, and a dead one goes.
  createEffect(() => {
    const door = room.door()
    if (door === undefined) return
    const hash = door?.link ? `#${formatEpochLink(door.link)}` : ''
    if (hash !== location.hash) history.replaceState(history.state, '', location.pathname + hash)
  })

  const entered = new Promise<void>((resolve) => {
    createEffect(() => {
      const { is } = room.stage()
      const isAsked = is === 'unlocking' || is === 'joining'
      if (!isAsked && !(is === 'live' && room.connectionStatus() === 'opening')) resolve()
    })
  })

  return { roomId, linkKey, room, entered }
}
