import { prepareFormats } from '../i18n/index.ts'
import { LobbyPage } from './lobby-page.tsx'
import { takeOver } from './take-over.ts'
import { waitForPaint } from './wait-for-paint.ts'

/** Puts the lobby in the place of what its document shows until then. */
export async function openLobby(root: HTMLElement): Promise<void> {
  // The words that are here already are seen first.
  await waitForPaint()
  prepareFormats()
  // What takes long is done in steps: a tap in between is heard.
  await new Promise((resolve) => setTimeout(resolve))
  takeOver(root, () => <LobbyPage />)
}
