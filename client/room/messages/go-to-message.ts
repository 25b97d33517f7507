import { goToMessageTexts } from '#i18n/go-to-message.ts'
import { announce } from '../../ui/announcer.tsx'
import { loadUntil } from './load-until.ts'
import { firstSeq } from './message-window.ts'
import { findShownList } from './shown-list.ts'
import { windowAround } from './window-around.ts'

const t = goToMessageTexts

/** The way that somebody has chosen last. */
let newestWay = 0

/**
 * Goes to a message, however far up it is: loads what is between it and the page, brings it to the middle of the list,
 * marks it for a moment and gives it the focus. Says so where it can't be had. A way that is chosen later takes its place.
 * @returns whether it is there
 */
export async function goToMessage(seq: number): Promise<boolean> {
  const list = findShownList()
  if (!list) return false
  const { room, log } = list
  newestWay += 1
  const way = newestWay
  const isOff = () => way !== newestWay || findShownList() !== list || room.state.messages.length === 0

  if (seq < firstSeq(room.state.messages)) {
    announce(t.loading, true)
    // What comes is loaded, and not shown by itself.
    list.show(list.shown())
    await loadUntil(room, seq, isOff)
    if (isOff()) return false
  }
  const { messages, complete } = room.state
  const newest = messages.at(-1)?.seq ?? 0
  if (seq < firstSeq(messages) || seq > newest) {
    announce(complete ? t.gone : t.failed, true)
    return false
  }
  announce('')
  list.show(windowAround(seq, list.shown(), newest))
  const message = log.querySelector<HTMLElement>(`[data-seq="${seq}"]`)
  if (message) arriveAt(message, log)
  return message !== null
}

/** Brings a message into the middle, or its beginning to the top where it is higher than the list. */
function arriveAt(message: HTMLElement, log: HTMLElement) {
  log.scrollTop = message.offsetTop - Math.max(0, (log.clientHeight - message.offsetHeight) / 2)
  message.tabIndex = -1
  message.focus({ preventScroll: true })
  // Begun anew where it is marked already.
  message.classList.remove('message-found')
  void message.offsetWidth
  message.classList.add('message-found')
  message.addEventListener('animationend', ({ animationName }) => {
    if (animationName === 'found') message.classList.remove('message-found')
  })
}
