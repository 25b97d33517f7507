import { createEffect, on, onCleanup } from 'solid-js'
import { notifyState, wants } from '../state/page-attention.ts'
import { attentionWords } from '../words/en/attention.ts'
import { chime } from './chime.ts'

const say = attentionWords

/** Milliseconds between two signs, so that a lively room is no alarm clock. */
const QUIET_FOR = 3_000

/**
 * Tells somebody who looks elsewhere that something was said: in the title and the icon of the tab, and by a sound and
 * a notification where those are wanted. None of it says what was said, or by whom.
 * @param unread how many messages wait; 0 while the page can be seen
 */
export function createAttention(unread: () => number): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  const page = document.title
  const drawn = icon?.href ?? ''
  let notice: Notification | undefined
  let told = Number.NEGATIVE_INFINITY

  function show(count: number) {
    document.title = count > 0 ? say.unread(count, page) : page
    if (icon) icon.href = count > 0 ? `/unread/${count > 9 ? 'many' : count}.svg` : drawn
    if (count > 0) return
    notice?.close()
    // Who has been back is told at once of what comes next.
    told = Number.NEGATIVE_INFINITY
  }

  function sign() {
    if (performance.now() - told < QUIET_FOR) return
    told = performance.now()
    if (wants('sound')) chime()
    if (!wants('notify') || notifyState() !== 'granted') return
    try {
      // One for the room, however many messages: the newer takes the place of the older.
      notice = new Notification(say.notice, { body: say.noticeText, tag: location.pathname, silent: true })
      notice.onclick = () => {
        window.focus()
        notice?.close()
      }
    } catch {
      // Phones show them for installed apps only.
    }
  }

  createEffect(
    on(unread, (count, before = 0) => {
      show(count)
      if (count > before) sign()
      return count
    }),
  )
  onCleanup(() => show(0))
}
