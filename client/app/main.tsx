import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/controls.css'
import { createRoot } from 'solid-js'
import { render } from 'solid-js/web'
import { isRoomPath } from './room-path.ts'
import { takeOver } from './take-over.ts'

const root = document.getElementById('app')

/** Shows a room. Its seat is asked for while what shows it is still on its way: both are loaded at once. */
async function enterRoom(root: HTMLElement) {
  const model = import('../room/open-room.ts')
  const page = import('../room/room-page.tsx')
  const { openRoom } = await model
  const opened = createRoot((dispose) => {
    // Without what shows it nobody is in it: the connection is not kept.
    page.catch(dispose)
    return openRoom()
  })
  const { RoomPage } = await page
  render(() => <RoomPage opened={opened} />, root)
  // What nobody waits for would take the line from the seat and from what was said.
  await opened.entered
}

// Each page is loaded on its own: whoever leaves a room by a real navigation leaves nothing of it in memory.
async function openPage(root: HTMLElement) {
  if (isRoomPath(location.pathname)) {
    await enterRoom(root)
  } else if (location.pathname === '/') {
    const page = await import('../lobby/lobby-page.tsx')
    takeOver(root, () => <page.LobbyPage />)
  } else {
    const routes = await import('./other-routes.tsx')
    await routes.openOtherRoute(root)
  }
}

// A page that could not be loaded says so instead of staying blank.
if (root) {
  const opened = openPage(root)
  opened.catch((error) => {
    const words = document.getElementById('unloaded')
    if (words) words.hidden = false
    throw error
  })
  opened
    .catch(() => {})
    .then(() => import('./after-load.ts'))
    .then(
      (after) => after.runAfterLoad(),
      () => {},
    )
}
