import { createSignal, For, Show } from 'solid-js'
import { isServer } from 'solid-js/web'
import { documentTexts } from '#i18n/document.ts'
import { lobbyTexts } from '#i18n/lobby.ts'
import { LIFETIME } from '../../protocol/limits.ts'
import { PageChoices } from '../app/page-choices.tsx'
import { Brand } from '../ui/brand.tsx'
import { Fuse } from '../ui/fuse.tsx'
import { Icon } from '../ui/icon.tsx'
import { Lazy } from '../ui/lazy.tsx'
import { CreateForm } from './create-form.tsx'
import { createOptions, lifetimeOf } from './create-options.ts'

/**
 * The page where rooms are created, and where people land when one is gone. The fuse shows how long the room will live. The
 * build renders it too, into its document: there it knows nothing of who reads (docs/decisions/0044).
 */
export function LobbyPage() {
  const choice = createOptions()
  const [options] = choice
  const [asked, setAsked] = createSignal(false)
  // A day is 1,440 minutes: on a logarithmic scale both are lengths that can be seen.
  const part = () =>
    0.12 + (0.82 * Math.log(lifetimeOf(options()) / LIFETIME.min)) / Math.log(LIFETIME.max / LIFETIME.min)

  return (
    <>
      {!isServer && <Fuse part={part()} />}
      <div class="lobby">
        <header class="lobby-top">
          <Brand />
          <div class="bar-end">
            <PageChoices />
          </div>
        </header>
        <main class="lobby-main">
          <div class="lobby-notice">
            {/* Without a query there is no notice, and most people have none. */}
            <Show when={!isServer && location.search}>
              <Lazy
                load={() => import('./lobby-notice.tsx')}
                failed={<p class="field-error">{lobbyTexts.unreachable}</p>}
              >
                {({ LobbyNotice }) => <LobbyNotice />}
              </Lazy>
            </Show>
          </div>
          <div class="lobby-pitch">
            <h1 class="lobby-headline">
              {lobbyTexts.headline}
              <span class="ember-stop" aria-hidden="true" />
            </h1>
            <p class="lobby-lead">{lobbyTexts.lead}</p>
          </div>
          <div class="lobby-forms">
            {isServer && (
              <noscript>
                <p>{documentTexts.noScript}</p>
              </noscript>
            )}
            <CreateForm options={choice} />
            <details class="options lobby-invite-link" onToggle={() => setAsked(true)}>
              <summary class="options-summary">
                <span class="options-label">{lobbyTexts.haveLink}</span>
                <Icon name="down" size={16} />
              </summary>
              <Show when={asked()}>
                <Lazy
                  load={() => import('./invite-link-form.tsx')}
                  failed={<p class="field-error">{lobbyTexts.unreachable}</p>}
                >
                  {({ InviteLinkForm }) => <InviteLinkForm />}
                </Lazy>
              </Show>
            </details>
          </div>
        </main>
        <footer class="lobby-foot">
          <ul class="promises">
            <For each={lobbyTexts.promises}>{(promise) => <li>{promise}</li>}</For>
          </ul>
          <p class="lobby-more">
            <a href="/privacy">{lobbyTexts.privacy}</a>
            <a href="/rooms">{lobbyTexts.facilitators}</a>
          </p>
        </footer>
      </div>
    </>
  )
}
