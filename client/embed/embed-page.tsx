import { embedTexts } from '#i18n/embed.ts'
import { isRoomPath } from '../app/room-path.ts'
import { cookiesWork } from '../browser/cookies-work.ts'
import { openRoom } from '../room/open-room.ts'
import { RoomPage } from '../room/room-page.tsx'
import { EmbedEnd } from './embed-end.tsx'
import { makeEmbedKeyStore } from './embed-key-store.ts'

/** The cookies of a frame: the only ones that browsers keep for a page within another site, and for each such site apart. */
const EMBED_COOKIES = 'SameSite=None; Secure; Partitioned'

/** A room in the frame of another site, and what stands there once it is over. */
export function EmbedPage() {
  const path = location.pathname.replace('/embed', '')
  // By itself it is no frame: here would be a second seat beside that of the room's own page.
  if (parent === window) {
    location.replace(path + location.search + location.hash)
    return null
  }
  document.documentElement.classList.add('embedded')
  // A link to another page leads out of the frame: the browser would refuse to show that page in it.
  document.head.append(Object.assign(document.createElement('base'), { target: '_blank' }))
  if (!isRoomPath(path)) return <EmbedEnd />
  const opened = openRoom({
    keepsTokens: () => cookiesWork(EMBED_COOKIES),
    keyStore: makeEmbedKeyStore(),
    caution: embedTexts.caution,
  })
  return <RoomPage opened={opened} />
}
