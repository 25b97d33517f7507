import '../styles/first-styles.css'
import { createRoot } from 'solid-js'
import { render } from 'solid-js/web'
import { loadOtherStyles } from './load-other-styles.ts'
import { isRoomPath } from './room-path.ts'

const root = document.getElementById('app')

/** Shows a room. Its seat is asked for while what shows it is still on its way: both are loaded at once. */
async function enterRoom(root: HTMLElement) {
  const model = import('../room/open-room.ts')
  const shown = Promise.all([import('../room/room-page.tsx'), loadOtherStyles()])
  const { openRoom } = await model
  const opened = createRoot((dispose) => {
    // Without what shows it nobody is in it: the connection is not kept.
    shown.catch(dispose)
    return openRoom()
  })
  const [{ RoomPage }] = await shown
  render(() => <RoomPage opened={opened} />, root)
  // What nobody waits for would take the line from the seat and from what was said.
  await opened.entered
}

// Each page is loaded on its own: whoever leaves a room by a real navigation leaves nothing of it in memory.
async function openPage(root: HTMLElement) {
  if (isRoomPath(location.pathname)) {
    await enterRoom(root)
  } else if (location.pathname === '/') {
    const lobby = await import('../lobby/open-lobby.tsx')
    await lobby.openLobby(root)
  } else {
    // A room in a frame, and an address that is nothing, have the document of a room.
    const [routes] = await Promise.all([import('./other-routes.tsx'), loadOtherStyles()])
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
