import { renderToString } from 'solid-js/web'
import { LobbyPage } from '../lobby/lobby-page.tsx'

/** Renders the lobby as HTML: for the build, where there is no browser. */
export function renderLobby(): string {
  return renderToString(() => <LobbyPage />)
}
