import { createSignal, Show } from 'solid-js'
import { sharedMessageTexts as t } from '#i18n/shared-message.ts'
import { safeFileName } from '../../protocol/safe-file-name.ts'
import { takeShared } from '../browser/ask-carrier.ts'
import { createBeforeUnloadGuard } from '../browser/before-unload-guard.ts'
import { LOBBY } from '../service-worker/shared-message.ts'
import { Icon } from '../ui/icon.tsx'
import { firstMessage, setFirstMessage } from './first-message.ts'

/** A sheet of paper from which something is sent. */
const SHARED = 'M12 15V4M8.5 7.5L12 4l3.5 3.5M6 11.5H5v8.5h14v-8.5h-1'

/**
 * Shows what was shared to the app, which will be in the message box of the room that is made here.
 */
export function SharedMessage() {
  const [isLost, setLost] = createSignal(false)
  // It is nowhere but here: a reload would lose it.
  createBeforeUnloadGuard(() => firstMessage() !== null)

  void takeShared(LOBBY).then((taken) => {
    const isEmpty = taken === null || (taken.text === '' && taken.pictures.length === 0)
    setFirstMessage(isEmpty ? null : taken)
    setLost(isEmpty)
  })

  return (
    <>
      <Show when={firstMessage()}>
        {(shared) => (
          <section class="notice" role="status" aria-label={t.title}>
            <Icon path={SHARED} />
            <div>
              <p class="notice-title">{t.title}</p>
              <Show when={shared().text}>
                {(text) => (
                  <p class="shared-text" dir="auto" translate="no">
                    {text()}
                  </p>
                )}
              </Show>
              <Show when={shared().pictures.length > 0}>
                <p class="shared-pictures" translate="no">
                  {t.pictures(shared().pictures.map(({ name }) => safeFileName(name)))}
                </p>
              </Show>
              <p class="notice-text">{t.text}</p>
            </div>
            <button
              type="button"
              class="button button-quiet button-icon"
              aria-label={t.discard}
              title={t.discard}
              onClick={() => {
                setFirstMessage(null)
                document.querySelector<HTMLElement>('.create-button')?.focus()
              }}
            >
              <Icon path="M6 6l12 12M18 6L6 18" />
            </button>
          </section>
        )}
      </Show>
      <Show when={isLost()}>
        <div class="notice" role="status">
          <Icon path={SHARED} />
          <div>
            <p class="notice-title">{t.lost.title}</p>
            <p class="notice-text">{t.lost.text}</p>
          </div>
        </div>
      </Show>
    </>
  )
}
