import { onCleanup } from 'solid-js'
import { readingTexts } from '#i18n/reading.ts'
import { readingDirection } from '../../browser/reading-direction.ts'
import { announce } from '../../ui/announcer.tsx'
import { keepFocus } from '../../ui/keep-focus.ts'
import { findNextMessage, type Span } from './find-next-message.ts'
import { isApart, makeMessageStops, usesArrows } from './message-stops.ts'
import type { ShownList } from './shown-list.ts'

/** What describes a message to who hears it, beside who said what. */
const NAMED = '.message-sender, .badge-own'

let names = 0

/** Returns the id of an element, which has one from then on. */
function idOf(element: Element): string {
  if (!element.id) {
    names += 1
    element.id = `said-${names}`
  }
  return element.id
}

/** Names a message by who said what, and describes it by when: what a screen reader reads as it gets the focus. */
function nameMessage(message: HTMLElement): void {
  const parts = [...message.children].filter((part) => !part.matches('.message-head, .message-tools'))
  const named = [...message.querySelectorAll(NAMED), ...parts].map(idOf)
  if (named.length > 0) message.setAttribute('aria-labelledby', named.join(' '))
  const time = message.querySelector('time')
  if (time) message.setAttribute('aria-describedby', idOf(time))
}

/** The letter of a key, in other alphabets by where it is; the name of one that is no letter. */
function nameKey({ key, code }: KeyboardEvent): string {
  return key.length === 1 && !/[a-z]/i.test(key) ? code.replace('Key', '') : key.toUpperCase()
}

/**
 * Makes the messages one stop of the Tab key. Arrow keys, Home and End go from one to the next; Enter, or the arrow that
 * points forward, opens the buttons of a message, and Escape closes them. While a message has the focus its buttons also
 * answer to the keys that their titles name.
 */
export function createMessageKeys({ log, goToBottom }: ShownList): void {
  const messages = () => [...log.querySelectorAll<HTMLElement>('article')]
  const stops = makeMessageStops(() => messages().at(-1))
  /** Whether the one with the focus is shown how to go on: once is enough. */
  let isTaught = false

  const messageOf = (target: EventTarget | null): HTMLElement | null => {
    if (!(target instanceof Element) || target === log) return null
    return target.closest('article') ?? target.querySelector('article')
  }

  function focus(message: HTMLElement | undefined) {
    if (!message) return
    message.focus({ preventScroll: true })
    message.scrollIntoView({ block: 'nearest' })
  }

  function move(event: KeyboardEvent, from: HTMLElement | undefined) {
    if (event.key === 'End') goToBottom()
    const all = messages()
    const spanOf = (place: number): Span => all[place]?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    const here = from ? all.indexOf(from) : -1
    const next = findNextMessage(
      event.key,
      { from: here, count: all.length },
      spanOf,
      log.getBoundingClientRect(),
    )
    // The browser scrolls.
    if (next === 'scroll') return
    event.preventDefault()
    if (next !== null) focus(all[next])
    // What is older comes as the list is scrolled to its top.
    if (event.key !== 'End' && (next === 0 || (next === null && here === 0))) log.scrollTop = 0
  }

  function enter(event: KeyboardEvent, message: HTMLElement) {
    stops.open(message)
    const [first] = stops.controlsOf(message)
    if (!first) return
    event.preventDefault()
    first.focus()
  }

  function moveWithin(event: KeyboardEvent, message: HTMLElement, control: Element, step: number) {
    const controls = stops.controlsOf(message)
    const next = controls.findIndex((one) => one.contains(control)) + step
    event.preventDefault()
    controls[next]?.focus()
  }

  function press(event: KeyboardEvent) {
    const { key, target } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(target instanceof Element) || isApart(target)) return
    const message = messageOf(target)
    const isMoving = ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)
    const forward = readingDirection() === 1 ? 'ArrowRight' : 'ArrowLeft'
    const isAcross = key === 'ArrowLeft' || key === 'ArrowRight'
    if (!message) {
      if (target !== log || !isMoving || !stops.current()) return
      event.preventDefault()
      focus(stops.current())
    } else if (target !== message && message.contains(target)) {
      if (key === 'Escape') {
        event.preventDefault()
        focus(message)
      } else if (usesArrows(target)) return
      else if (isAcross) moveWithin(event, message, target, key === forward ? 1 : -1)
      else if (isMoving) move(event, message)
    } else if (isMoving) move(event, message)
    else if (key === 'Enter' || key === forward) enter(event, message)
    else {
      const button = message.querySelector<HTMLElement>(
        `[aria-keyshortcuts="${CSS.escape(nameKey(event))}" i]`,
      )
      if (!button) return
      event.preventDefault()
      button.click()
    }
  }

  function takeFocus({ target }: Pick<FocusEvent, 'target'>) {
    const message = messageOf(target)
    if (!message) return
    stops.setCurrent(message)
    if (target instanceof Element && isApart(target)) return
    stops.open(target === message ? null : message)
    if (target !== message) return
    nameMessage(message)
    if (isTaught || !message.matches(':focus-visible')) return
    isTaught = true
    announce(readingTexts.howTo, true)
  }

  function loseFocus({ relatedTarget }: FocusEvent) {
    if (!log.contains(relatedTarget instanceof Node ? relatedTarget : null)) stops.open(null)
  }

  /** Something came, or went. Who is elsewhere comes back to the newest. */
  function takeNews(changes: MutationRecord[]) {
    const changed = new Set<HTMLElement>()
    let hasCome = false
    for (const { target, addedNodes } of changes) {
      const message = target instanceof Element ? target.closest('article') : null
      if (message?.isConnected) changed.add(message)
      for (const node of addedNodes) {
        if (!(node instanceof Element) || !node.isConnected) continue
        const come = node.matches('article') ? [node] : [...node.querySelectorAll('article')]
        hasCome ||= come.length > 0
        for (const one of come) if (one instanceof HTMLElement) changed.add(one)
      }
    }
    putInOrder(changed)
    const newest = messages().at(-1)
    if (hasCome && newest && !log.contains(document.activeElement)) stops.setCurrent(newest)
  }

  function putInOrder(changed: Iterable<HTMLElement>) {
    stops.renew(changed)
    const current = stops.current()
    // Also where the Tab key leads to it.
    if (current) nameMessage(current)
    log.tabIndex = current ? -1 : 0
  }

  const observer = new MutationObserver(takeNews)
  observer.observe(log, { childList: true, subtree: true })
  log.addEventListener('keydown', press)
  log.addEventListener('focusin', takeFocus)
  log.addEventListener('focusout', loseFocus)
  onCleanup(() => {
    observer.disconnect()
    log.removeEventListener('keydown', press)
    log.removeEventListener('focusin', takeFocus)
    log.removeEventListener('focusout', loseFocus)
  })
  // One that is edited, or taken back, is drawn anew.
  keepFocus(log, (lost) => {
    const seq = lost.closest<HTMLElement>('article[data-seq]')?.dataset.seq
    return seq === undefined ? null : (log.querySelector<HTMLElement>(`article[data-seq="${seq}"]`) ?? log)
  })
  putInOrder(messages())
  // Who came before this was loaded.
  const { activeElement } = document
  if (log.contains(activeElement)) takeFocus({ target: activeElement })
}
