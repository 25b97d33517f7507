/** What has the focus within a message, or can have it. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, audio, video, [tabindex]'

/** What stands before the rest of the page for a while, with an order of its own. */
const APART = 'dialog, [popover]'

/** What uses arrow keys itself, or scrolls by them. */
const USES_ARROWS = 'input, select, textarea, audio, video, pre, [role=slider]'

/** Whether something within a message stands before the rest of the page: the keys of the list are not meant there. */
export const isApart = (element: Element): boolean => element.closest(APART) !== null

/** Whether arrow keys are for the element itself. */
export const usesArrows = (element: Element): boolean => element.closest(USES_ARROWS) !== null

/** The order of the Tab key in a list of messages: one of them, and the controls of the one that is opened. */
export interface MessageStops {
  /** Puts messages that came, or in which something came, in this order; the newest is current where the one before is gone. */
  renew(changed: Iterable<HTMLElement>): void
  /** Makes a message the one that the Tab key stops at. */
  setCurrent(message: HTMLElement): void
  /** Returns the message that the Tab key stops at; undefined where there is none. */
  current(): HTMLElement | undefined
  /** Lets the Tab key stop at the controls of a message, and at those of no other; null for none at all. */
  open(message: HTMLElement | null): void
  /** Returns the controls of an opened message that can have the focus, in their order. */
  controlsOf(message: HTMLElement): HTMLElement[]
}

/**
 * Keeps the order of the Tab key in a list of messages.
 * @param newest returns the newest message on the page
 */
export function makeMessageStops(newest: () => HTMLElement | undefined): MessageStops {
  /** What is written on the controls that the Tab key passes, for when it is to stop at them again. */
  const passed = new Map<HTMLElement, string | null>()
  let current: HTMLElement | undefined
  let opened: HTMLElement | null = null

  const allControls = (message: HTMLElement) =>
    [...message.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => !isApart(control))

  function pass(message: HTMLElement) {
    for (const control of allControls(message)) {
      // What scrolls must be reached by Tab (axe: `scrollable-region-focusable`).
      if (passed.has(control) || control.matches('pre')) continue
      passed.set(control, control.getAttribute('tabindex'))
      control.tabIndex = -1
    }
  }

  function stopAt(message: HTMLElement) {
    for (const control of allControls(message)) {
      const written = passed.get(control)
      if (written === undefined) continue
      passed.delete(control)
      if (written === null) control.removeAttribute('tabindex')
      else control.setAttribute('tabindex', written)
    }
  }

  function setCurrent(message: HTMLElement | undefined) {
    if (current && current !== message) current.tabIndex = -1
    current = message
    if (message) message.tabIndex = 0
  }

  return {
    renew(changed) {
      for (const control of passed.keys()) if (!control.isConnected) passed.delete(control)
      for (const message of changed) {
        message.tabIndex = -1
        if (message !== opened) pass(message)
      }
      setCurrent(current?.isConnected ? current : newest())
    },
    setCurrent,
    current: () => current,
    open(message) {
      if (message === opened) return
      const before = opened
      opened = message
      if (before) pass(before)
      if (message) stopAt(message)
    },
    controlsOf: (message) =>
      allControls(message).filter(
        (control) => control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
      ),
  }
}
