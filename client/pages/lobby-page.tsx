import '../styles/lobby.css'
import '../styles/options.css'
import { For } from 'solid-js'
import { LIFETIME } from '../../protocol/limits.ts'
import { Brand } from '../parts/brand.tsx'
import { CreateForm } from '../parts/create-form.tsx'
import { Fuse } from '../parts/fuse.tsx'
import { LobbyNotice } from '../parts/lobby-notice.tsx'
import { ThemeSwitch } from '../parts/theme-switch.tsx'
import { createOptions, lifetimeOf } from '../state/create-options.ts'
import { lobbyWords } from '../words/en/lobby.ts'

/** Where rooms are opened, and where everyone lands when one is gone. The fuse is as long as the room will live. */
export function LobbyPage() {
  document.title = lobbyWords.page
  const choice = createOptions()
  const [options] = choice
  // A minute and a day differ by 1440: on a logarithmic scale both are lengths one can see.
  const part = () =>
    0.12 + (0.82 * Math.log(lifetimeOf(options()) / LIFETIME.min)) / Math.log(LIFETIME.max / LIFETIME.min)

  return (
    <>
      <Fuse part={part()} />
      <div class="lobby">
        <header class="lobby-top">
          <Brand />
          <div class="bar-end">
            <ThemeSwitch />
          </div>
        </header>
        <main class="lobby-main">
          <div class="lobby-notice">
            <LobbyNotice />
          </div>
          <div class="lobby-pitch">
            <h1 class="lobby-headline">
              {lobbyWords.headline}
              <span class="ember-stop" aria-hidden="true" />
            </h1>
            <p class="lobby-lead">{lobbyWords.lead}</p>
          </div>
          <CreateForm options={choice} />
        </main>
        <footer class="lobby-foot">
          <ul class="promises">
            <For each={lobbyWords.promises}>{(promise) => <li>{promise}</li>}</For>
          </ul>
        </footer>
      </div>
    </>
  )
}
