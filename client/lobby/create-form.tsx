import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { isServer } from 'solid-js/web'
import { commonTexts } from '#i18n/common.ts'
import { lobbyTexts } from '#i18n/lobby.ts'
import { LIFETIME, PASSWORD } from '../../protocol/limits.ts'
import { cleanAlias } from '../../protocol/text.ts'
import { cookiesWork } from '../browser/cookies-work.ts'
import { readOwnName, storeOwnName } from '../browser/own-name.ts'
import { makeUpAlias } from '../i18n/made-up-alias.ts'
import { Icon } from '../ui/icon.tsx'
import { Lazy } from '../ui/lazy.tsx'
import { lineError } from '../ui/line-error.ts'
import { TextField } from '../ui/text-field.tsx'
import {
  capacityFits,
  capacityOf,
  type createOptions,
  entryRulesOf,
  lifetimeFits,
  lifetimeOf,
} from './create-options.ts'

const t = lobbyTexts

/** The page could not load what makes a room. */
const UNREACHABLE = { refusal: { code: 'unreachable' } } as const

/** The name, the one big button, and the options behind it. Creates the room, takes its first seat and goes there. */
export function CreateForm(props: { options: ReturnType<typeof createOptions> }) {
  const [options, set] = props.options
  const [name, setName] = createSignal(isServer ? '' : readOwnName())
  const [password, setPassword] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<string | null>(null)
  /** The room exists and joining it failed for the moment: when it is tried again, and a function that tries it now. */
  const [retry, setRetry] = createSignal<{ at: number; now: () => void } | null>(null)
  const [unfolded, setUnfolded] = createSignal(false)
  let form!: HTMLFormElement
  let details!: HTMLDetailsElement

  // The Back button can show this page as it was left, busy with going to a room: it must work again.
  const handlePageShow = () => setBusy(false)
  onMount(() => {
    addEventListener('pageshow', handlePageShow)
    onCleanup(() => removeEventListener('pageshow', handlePageShow))
  })

  // An empty name is fine: then a random one is used. Other errors are shown once somebody tried to create the room.
  const cleanName = () => (name().trim() === '' ? '' : cleanAlias(name()))
  const nameError = () => (name().trim() === '' ? null : lineError(name(), tried()))
  const passwordFits = () => password() === '' || password().length >= PASSWORD.min
  const optionsFit = () => capacityFits(options()) && lifetimeFits(options()) && passwordFits()
  const who = () =>
    options().who === 'two' ? t.whoTwo : options().who === 'anyone' ? t.whoAnyone : t.upTo(options().upTo)

  function chooseAnotherName() {
    setName(makeUpAlias())
    storeOwnName(name())
  }

  function waitToRetry(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(now, ms)
      function now() {
        clearTimeout(timer)
        // The page says that it is trying until there is an answer.
        setRetry({ at: 0, now })
        resolve()
      }
      setRetry({ at: performance.now() + ms, now })
    })
  }

  /** Says why there is no room. Where the sentence can't be loaded, the server is out of reach, too. */
  async function showFailure(code: string) {
    const texts = code === 'unreachable' ? null : await import('#i18n/creation-refused.ts').catch(() => null)
    const sentences = texts?.creationRefusedTexts
    setFailure(sentences?.[code] ?? sentences?.other ?? t.unreachable)
  }

  async function createRoom(event: Event) {
    event.preventDefault()
    if (busy()) return
    setTried(true)
    setFailure(null)
    if (!optionsFit()) details.open = true
    const chosen = cleanName()
    if (chosen === null || !optionsFit()) {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    // It must be said before there is a room: without cookies its creator would have no seat in it.
    if (!cookiesWork()) return showFailure('cookies-blocked')
    const alias = chosen || makeUpAlias()
    storeOwnName(alias)

    setBusy(true)
    const chosenOptions = {
      capacity: capacityOf(options()),
      lifetime: Math.max(LIFETIME.min, lifetimeOf(options())),
      expiry: options().sliding ? ('sliding' as const) : ('fixed' as const),
      password: password() || undefined,
      ...entryRulesOf(options()),
    }
    // What makes keys is loaded here: most who look at the lobby make no room.
    const created = await import('./create-encrypted-room.ts').then(
      (lobby) => lobby.createEncryptedRoom(chosenOptions, { name: alias, wait: waitToRetry }),
      () => UNREACHABLE,
    )
    if (created.refusal) {
      setBusy(false)
      await showFailure(created.refusal.code)
      return
    }
    location.assign(created.value.path)
  }

  return (
    // Sent before this page's script is here, it does nothing: that is what the method of dialogs does elsewhere.
    <form ref={form} class="create" novalidate method="dialog" onSubmit={createRoom}>
      <TextField
        label={commonTexts.name}
        hint={t.nameHint}
        error={nameError()}
        value={name()}
        onInput={(name) => {
          setName(name)
          const clean = cleanAlias(name)
          if (clean !== null) storeOwnName(clean)
        }}
        autocomplete="nickname"
      >
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={t.anotherName}
          title={t.anotherName}
          onClick={chooseAnotherName}
        >
          <Icon path="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5" />
        </button>
      </TextField>

      <button type="submit" class="button button-main create-button" aria-disabled={busy()}>
        {busy() ? t.creating : t.create}
      </button>
      <Show when={failure()}>
        <p class="field-error" role="alert">
          {failure()}
        </p>
      </Show>

      <Show when={retry()}>
        {(retry) => (
          <>
            <p class="field-error" role="alert">
              {t.notIn}
            </p>
            <Lazy load={() => import('../ui/retry-line.tsx')} failed={null}>
              {({ RetryLine }) => <RetryLine at={retry().at} onNow={() => retry().now()} />}
            </Lazy>
          </>
        )}
      </Show>

      <details ref={details} class="options" onToggle={() => setUnfolded(true)}>
        <summary class="options-summary">
          <span class="options-label">{t.options}</span>
          <span class="options-chosen" translate="no">
            {t.summary(who(), lifetimeOf(options()), {
              sliding: options().sliding,
              hasPassword: password() !== '',
              knock: entryRulesOf(options()).door === 'knock',
            })}
          </span>
          <Icon name="down" size={16} />
        </summary>
        <Show when={unfolded()}>
          <Lazy load={() => import('./room-options.tsx')} failed={<p class="field-error">{t.unreachable}</p>}>
            {({ RoomOptions }) => (
              <RoomOptions
                options={options()}
                set={set}
                password={password()}
                onPassword={setPassword}
                hasPasswordError={tried() && !passwordFits()}
              />
            )}
          </Lazy>
        </Show>
      </details>
    </form>
  )
}
