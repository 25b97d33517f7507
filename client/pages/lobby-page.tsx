import '../styles/lobby.css'
import '../styles/options.css'
import { createSignal, For, Show } from 'solid-js'
import { LIFETIME } from '../../protocol/limits.ts'
import { Brand } from '../parts/brand.tsx'
import { CreateForm } from '../parts/create-form.tsx'
import { Fuse } from '../parts/fuse.tsx'
import { Icon } from '../parts/icon.tsx'
import { Later } from '../parts/later.tsx'
import { LobbyNotice } from '../parts/lobby-notice.tsx'
import { ThemeSwitch } from '../parts/theme-switch.tsx'
import { createOptions, lifetimeOf } from '../state/create-options.ts'
import { lobbyWords } from '../words/en/lobby.ts'

/** Where rooms are opened, and where everyone lands when one is gone. The fuse is as long as the room will live. */
export function LobbyPage() {
  document.title = lobbyWords.page
  const choice = createOptions()
  const [options] = choice
  const [asked, setAsked] = createSignal(false)
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
          <div class="lobby-ways">
            <CreateForm options={choice} />
            <details class="options lobby-link" onToggle={() => setAsked(true)}>
              <summary class="options-summary">
                <span class="options-word">{lobbyWords.haveLink}</span>
                <Icon name="down" size={16} />
              </summary>
              <Show when={asked()}>
                <Later
                  load={() => import('../parts/link-form.tsx')}
                  failed={<p class="field-wrong">{lobbyWords.failed.unreachable}</p>}
                >
                  {({ LinkForm }) => <LinkForm />}
                </Later>
              </Show>
            </details>
          </div>
        </main>
        <footer class="lobby-foot">
          <ul class="promises">
            <For each={lobbyWords.promises}>{(promise) => <li>{promise}</li>}</For>
          </ul>
          <p class="lobby-more">
            <a href="/privacy">{lobbyWords.privacy}</a>
            <a href="/rooms">{lobbyWords.facilitators}</a>
          </p>
        </footer>
      </div>
    </>
  )
}
