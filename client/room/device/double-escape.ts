/** Milliseconds within which the second press follows: two of them are meant, and slow hands have the time. */
export const PRESSED_WITHIN = 800

/** What is read of a key that is pressed. */
type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing' | 'timeStamp'>

/**
 * Finds two presses of Esc. The first does whatever it does: it closes a dialog, or gives up an answer. The second counts only
 * where nothing else uses it, so that Esc goes on closing one thing after the other.
 * @returns a function that takes each key, and whether something else uses it; it returns whether this is the second press
 */
export function makeDoubleEscape(): (press: Press, isUsed: boolean) => boolean {
  let pressedAt = Number.NEGATIVE_INFINITY
  return ({ key, repeat, isComposing, timeStamp }, isUsed) => {
    // A key that is held down is one press; within a composition it is the input method's.
    if (key !== 'Escape' || repeat || isComposing) return false
    const isSecond = !isUsed && timeStamp - pressedAt <= PRESSED_WITHIN
    pressedAt = isSecond ? Number.NEGATIVE_INFINITY : timeStamp
    return isSecond
  }
}
