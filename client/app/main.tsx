import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/controls.css'
import { render } from 'solid-js/web'
import { isRoomPath } from './room-path.ts'

const root = document.getElementById('app')

// Each page is a load of its own: leaving a room by a real navigation leaves nothing of it in memory.
async function open(root: HTMLElement) {
  if (isRoomPath(location.pathname)) {
    const { RoomPage } = await import('../room/room-page.tsx')
    render(() => <RoomPage />, root)
  } else if (location.pathname === '/') {
    const { LobbyPage } = await import('../lobby/lobby-page.tsx')
    render(() => <LobbyPage />, root)
  } else {
    const { openOtherRoute } = await import('./other-routes.tsx')
    await openOtherRoute(root)
  }
}

// What this tab kept of rooms that ended while it was elsewhere.
import('../room/storage-expiry.ts').then(
  ({ sweepTab }) => sweepTab(),
  () => {},
)

// A page that could not be had is no blank one.
if (root) {
  open(root).catch((error) => {
    const words = document.getElementById('unloaded')
    if (words) Object.assign(words, { role: 'alert', hidden: false })
    throw error
  })
}
